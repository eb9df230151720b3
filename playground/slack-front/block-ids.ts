type Json = Record<string, unknown>;

/**
 * Gives every block and interactive element the id that Slack gives when the app named none, so that
 * payloads and `state.values` carry them as the real ones do. Existing ids stay.
 */
export function withBlockIds(blocks: readonly unknown[]): Json[] {
  return blocks.map((block, index) => {
    const named: Json = { block_id: `auto-${index}`, ...(block as Json) };
    return {
      ...named,
      ...(Array.isArray(named.elements) &&
        named.type === "actions" && {
          elements: named.elements.map((element, position) => withActionId(element, `${position}`)),
        }),
      ...(isObject(named.element) && { element: withActionId(named.element, "input") }),
      ...(isObject(named.accessory) &&
        named.accessory.type !== "image" && {
          accessory: withActionId(named.accessory, "accessory"),
        }),
    };
  });
}

/** The interactive elements of blocks, each with the id of its block. */
export function elementsIn(blocks: readonly unknown[]): { blockId: string; element: Json }[] {
  return blocks.filter(isObject).flatMap((block) => {
    const listed = block.type === "actions" && Array.isArray(block.elements) ? block.elements : [];
    return [...listed, block.element, block.accessory]
      .filter(isObject)
      .filter((element) => typeof element.action_id === "string")
      .map((element) => ({ blockId: String(block.block_id), element }));
  });
}

function withActionId(element: unknown, fallback: string): unknown {
  return isObject(element) ? { action_id: `auto-${fallback}`, ...element } : element;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
