import { isObject, type LintError } from "./check.ts";

/** Block ids must differ within one message or view. */
export function uniqueBlockIds(blocks: readonly unknown[], root: string, errors: LintError[]): void {
  const seen = new Set<unknown>();
  blocks.forEach((block, index) => {
    if (!isObject(block) || block.block_id === undefined) return;
    if (seen.has(block.block_id)) {
      errors.push({
        pointer: `${root}/${index}/block_id`,
        code: "duplicate_id",
        message: `block_id ${String(block.block_id)} stands twice`,
      });
    }
    seen.add(block.block_id);
  });
}

/** Action ids must differ within one block. */
export function uniqueActionIds(blocks: readonly unknown[], root: string, errors: LintError[]): void {
  blocks.forEach((block, index) => {
    if (!isObject(block) || !Array.isArray(block.elements)) return;
    const seen = new Set<unknown>();
    block.elements.forEach((element, position) => {
      if (!isObject(element) || element.action_id === undefined) return;
      if (seen.has(element.action_id)) {
        errors.push({
          pointer: `${root}/${index}/elements/${position}/action_id`,
          code: "duplicate_id",
          message: `action_id ${String(element.action_id)} stands twice in one block`,
        });
      }
      seen.add(element.action_id);
    });
  });
}

/** The UTF-16 units of all text that the blocks show. */
export function blocksTextLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + blocksTextLength(part), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum + (key === "text" && typeof part === "string" ? part.length : blocksTextLength(part)),
    0,
  );
}
