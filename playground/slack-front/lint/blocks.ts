import { all, boolean, type Check, fail, list, number, object, oneOf, rule, text, typed } from "./check.ts";
import { accessory, actionsElement, contextElement, inputElement } from "./elements.ts";
import { id, oneImageSource, plainText, textObject, url } from "./objects.ts";
import { richTextBlock } from "./rich-text.ts";

const blockId = { block_id: id };

const section = all(
  object(
    { type: oneOf("section") },
    { ...blockId, text: textObject(3000), fields: list(textObject(2000), 10), accessory, expand: boolean },
  ),
  rule((value, pointer, errors) => {
    if (value.text !== undefined || value.fields !== undefined) return;
    fail("a section needs text or fields", { type: "any_of", expected: ["text", "fields"] }, pointer, errors);
  }),
);

const tableCell = typed({
  raw_text: object({ type: oneOf("raw_text"), text: text(3000) }),
  raw_number: object({ type: oneOf("raw_number"), value: number, text: text(3000) }),
  rich_text: richTextBlock,
});

const everywhere: Record<string, Check> = {
  section,
  actions: object({ type: oneOf("actions"), elements: list(actionsElement, 25) }, blockId),
  context: object({ type: oneOf("context"), elements: list(contextElement, 10) }, blockId),
  divider: object({ type: oneOf("divider") }, blockId),
  header: object({ type: oneOf("header"), text: plainText(150) }, blockId),
  rich_text: richTextBlock,
  image: all(
    object(
      { type: oneOf("image"), alt_text: text(2000) },
      {
        ...blockId,
        title: plainText(2000),
        image_url: url,
        slack_file: object({}, { id: text(255), url }),
      },
    ),
    oneImageSource(),
  ),
  input: object(
    { type: oneOf("input"), label: plainText(2000), element: inputElement },
    { ...blockId, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  video: object(
    { type: oneOf("video"), video_url: url, thumbnail_url: url, alt_text: text(2000), title: plainText(200) },
    {
      ...blockId,
      title_url: url,
      author_name: text(50),
      provider_name: text(50),
      provider_icon_url: url,
      description: plainText(200),
    },
  ),
  alert: object(
    { type: oneOf("alert"), text: textObject(3000) },
    { ...blockId, level: oneOf("default", "info", "warning", "error", "success") },
  ),
};

/**
 * The checks of blocks per surface. Kinds that Slack has but this linter does not know (card, carousel,
 * container, data_table, plan, task_card, file, context_actions) are refused: write their rule first.
 */
export const messageBlock = typed({
  ...everywhere,
  markdown: object({ type: oneOf("markdown"), text: text(12_000) }, blockId),
  table: object(
    { type: oneOf("table"), rows: list(list(tableCell, 20), 100) },
    {
      ...blockId,
      column_settings: list(object({}, { align: oneOf("left", "center", "right"), is_wrapped: boolean }), 20),
    },
  ),
});

export const viewBlock = typed(everywhere);
