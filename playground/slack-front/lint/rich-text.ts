import { boolean, type Check, integer, list, object, oneOf, text, typed } from "./check.ts";
import { id, url } from "./objects.ts";

const MANY = 10_000;
const style = {
  style: object({}, { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean }),
};

// Blanks are content here: a run may be nothing but the space between two others.
const run: Check = (value, pointer, errors) => {
  if (value === "") text(MANY)(value, pointer, errors);
  else if (typeof value !== "string" || value.trim() !== "") text(40_000)(value, pointer, errors);
};

const textRun = object({ type: oneOf("text"), text: run }, style);
const link = object({ type: oneOf("link"), url }, { ...style, text: run, unsafe: boolean });

const element = typed({
  text: textRun,
  link,
  emoji: object({ type: oneOf("emoji"), name: text(100) }, { ...style, unicode: text(100), url }),
  user: object({ type: oneOf("user"), user_id: text(255) }, style),
  usergroup: object({ type: oneOf("usergroup"), usergroup_id: text(255) }, style),
  channel: object({ type: oneOf("channel"), channel_id: text(255) }, style),
  team: object({ type: oneOf("team"), team_id: text(255) }, style),
  broadcast: object({ type: oneOf("broadcast"), range: oneOf("here", "channel", "everyone") }, style),
  color: object({ type: oneOf("color"), value: text(100) }, style),
  date: object(
    { type: oneOf("date"), timestamp: integer(0, 99_999_999_999), format: text(255) },
    { ...style, url, fallback: text(3000) },
  ),
});

const border = { border: oneOf(0, 1) };
const section = object({ type: oneOf("rich_text_section"), elements: list(element, MANY) });

const part = typed({
  rich_text_section: section,
  rich_text_list: object(
    {
      type: oneOf("rich_text_list"),
      style: oneOf("bullet", "ordered"),
      elements: list(typed({ rich_text_section: section }), MANY),
    },
    { ...border, indent: integer(0, 8), offset: integer(0, MANY) },
  ),
  rich_text_quote: object({ type: oneOf("rich_text_quote"), elements: list(element, MANY) }, border),
  rich_text_preformatted: object(
    { type: oneOf("rich_text_preformatted"), elements: list(typed({ text: textRun, link }), MANY) },
    border,
  ),
});

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richTextBlock = object(
  { type: oneOf("rich_text"), elements: list(part, MANY) },
  { block_id: id },
);
