import type {
  ActionsBlock,
  ActionsBlockElement,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  SectionBlock,
  SectionBlockAccessory,
} from "@slack/types";
import { plainText } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { mrkdwn, type Phrase } from "./markup.ts";

type Named = { blockId?: string };

/** A title line; screen readers use it to find their way. */
export function header(text: string, { blockId }: Named = {}): HeaderBlock {
  return { type: "header", ...named(blockId), text: plainText(text, LIMITS.header) };
}

/** A paragraph, with a button or select beside it if given. */
export function section(
  text: Phrase,
  { blockId, accessory }: Named & { accessory?: SectionBlockAccessory } = {},
): SectionBlock {
  return {
    type: "section",
    ...named(blockId),
    text: mrkdwn(text, LIMITS.sectionText),
    ...(accessory && { accessory }),
  };
}

/** Short facts in two columns: at most 10, the rest is dropped. */
export function fields(
  facts: readonly Phrase[],
  { blockId, accessory }: Named & { accessory?: SectionBlockAccessory } = {},
): SectionBlock {
  return {
    type: "section",
    ...named(blockId),
    fields: facts.slice(0, LIMITS.sectionFields).map((fact) => mrkdwn(fact, LIMITS.fieldText)),
    ...(accessory && { accessory }),
  };
}

/** Small grey print: at most 10 phrases, the rest is dropped. */
export function context(phrases: Phrase | readonly Phrase[], { blockId }: Named = {}): ContextBlock {
  const list: readonly Phrase[] = Array.isArray(phrases) ? phrases : [phrases as Phrase];
  return {
    type: "context",
    ...named(blockId),
    elements: list.slice(0, LIMITS.contextElements).map((phrase) => mrkdwn(phrase, LIMITS.fieldText)),
  };
}

/**
 * A row of buttons and selects.
 * @throws RangeError when there is none or more than 25: a silently missing button is a missing deed.
 */
export function actions(elements: ActionsBlockElement[], { blockId }: Named = {}): ActionsBlock {
  if (elements.length === 0 || elements.length > LIMITS.actionsElements) {
    throw new RangeError(
      `An actions block takes 1 to ${LIMITS.actionsElements} elements, not ${elements.length}`,
    );
  }
  return { type: "actions", ...named(blockId), elements };
}

export function divider(): DividerBlock {
  return { type: "divider" };
}

function named(blockId: string | undefined) {
  return blockId === undefined ? {} : { block_id: blockId };
}
