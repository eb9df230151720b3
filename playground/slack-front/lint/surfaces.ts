import { messageBlock, viewBlock } from "./blocks.ts";
import { boolean, type Check, fail, isObject, type LintError, list, object, oneOf, text } from "./check.ts";
import { id, plainText } from "./objects.ts";
import { blocksTextLength, uniqueActionIds, uniqueBlockIds } from "./whole.ts";

/**
 * Checks a message as given to `chat.postMessage` or a `response_url`: its blocks and the fallback text.
 * Other arguments (channel, thread…) are not looked at.
 */
export function lintMessage(message: unknown): LintError[] {
  if (!isObject(message)) return [{ pointer: "", code: "wrong_type", message: "must be object" }];
  const errors: LintError[] = [];
  if (message.text !== undefined) text(40_000, 0)(message.text, "/text", errors);
  if (message.blocks === undefined) return errors;
  errors.push(...lintBlocks(message.blocks, "/blocks"));
  if (typeof message.text !== "string" || message.text.trim() === "") {
    errors.push({
      pointer: "/text",
      code: "missing_fallback_text",
      message: "notifications and screen readers need a text beside the blocks",
    });
  }
  return errors;
}

/** Checks the blocks of a message. Pointers start at `root`. */
export function lintBlocks(blocks: unknown, root = ""): LintError[] {
  const errors: LintError[] = [];
  list(messageBlock, 50, 0)(blocks, root, errors);
  if (!Array.isArray(blocks)) return errors;
  wholeSurface(blocks, root, errors);
  if (blocks.filter((block) => isObject(block) && block.type === "table").length > 1) {
    fail("a message may have one table", { type: "max_tables", expected: 1 }, root, errors);
  }
  const length = blocksTextLength(blocks);
  if (length > 11_000) {
    // Not documented; see https://github.com/slackapi/bolt-js/issues/2867 (refused at 11,341) and 2509.
    errors.push({
      pointer: root,
      code: "msg_blocks_too_long",
      message: `the text of all blocks has ${length} units`,
      constraint: { type: "max_length", expected: 11_000, got: length },
    });
  }
  return errors;
}

/** Checks a modal or a home view as given to `views.*`. */
export function lintView(view: unknown): LintError[] {
  const errors: LintError[] = [];
  if (!isObject(view)) return [{ pointer: "", code: "wrong_type", message: "must be object" }];
  if (view.type === "home") home(view, "", errors);
  else if (view.type === "modal") modal(view, "", errors);
  else oneOf("modal", "home")(view.type, "/type", errors);
  if (!Array.isArray(view.blocks)) return errors;
  wholeSurface(view.blocks, "/blocks", errors);
  if (view.type === "modal") submitForInputs(view.blocks, view.submit, errors);
  onlyOneFocus(view.blocks, errors);
  if (JSON.stringify(view).length > 250_000) {
    fail("a view may have 250 KB", { type: "max_length", expected: 250_000 }, "", errors);
  }
  return errors;
}

const common: Record<string, Check> = { private_metadata: text(3000, 0), callback_id: id, external_id: id };
const blocks = list(viewBlock, 100);

const home = object({ type: oneOf("home"), blocks }, common);

const modal = object(
  { type: oneOf("modal"), title: plainText(24), blocks },
  {
    ...common,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
);

function wholeSurface(parts: unknown[], root: string, errors: LintError[]): void {
  uniqueBlockIds(parts, root, errors);
  uniqueActionIds(parts, root, errors);
}

function submitForInputs(parts: unknown[], submit: unknown, errors: LintError[]): void {
  if (submit !== undefined || !parts.some((block) => isObject(block) && block.type === "input")) return;
  errors.push({ pointer: "", code: "missing_field", message: "a modal with an input block needs submit" });
}

function onlyOneFocus(parts: unknown[], errors: LintError[]): void {
  const focused = JSON.stringify(parts).split('"focus_on_load":true').length - 1;
  if (focused > 1)
    fail("one element may have the focus", { type: "max_focus", got: focused }, "/blocks", errors);
}
