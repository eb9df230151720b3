import { escapeHtml, oneLine } from "./html.ts";
import { limits } from "./limits.ts";
import type {
  Button,
  DecoratedText,
  KnownIcon,
  OnClick,
  Section,
  SelectionInput,
  TextInput,
  Widget,
} from "./types.ts";

/** A paragraph. `html` was made by html.ts. */
export function paragraph(html: string): Widget {
  return { textParagraph: { text: visible(html) } };
}

/** A line with what it is about above it. Always wraps: Google would cut it otherwise. */
export function line(
  html: string,
  more: {
    label?: string;
    icon?: [KnownIcon, string];
    button?: Button;
    onClick?: OnClick;
  } = {},
): Widget {
  const topLabel = oneLine(more.label ?? "", limits.label);
  const decoratedText: DecoratedText = {
    ...(topLabel && { topLabel }),
    ...(more.icon && { startIcon: { knownIcon: more.icon[0], altText: more.icon[1] } }),
    text: visible(html),
    wrapText: true,
    ...(more.button && { button: more.button }),
    ...(more.onClick && { onClick: more.onClick }),
  };
  return { decoratedText };
}

/** Buttons, at most three beside each other: rows of them. */
export function buttonRows(buttons: readonly Button[]): Widget[] {
  const rows: Widget[] = [];
  for (let at = 0; at < buttons.length; at += limits.buttonsInRow) {
    rows.push({ buttonList: { buttons: buttons.slice(at, at + limits.buttonsInRow) } });
  }
  return rows;
}

export function button(text: string, onClick: OnClick, type: Button["type"] = "OUTLINED"): Button {
  return { text: oneLine(text, limits.button) || EMPTY, type, onClick };
}

export function input(field: TextInput): Widget {
  return {
    textInput: {
      ...field,
      type: field.type ?? "SINGLE_LINE",
      ...(field.value !== undefined && { value: oneLine(field.value, 200) }),
    },
  };
}

export function selection(field: SelectionInput): Widget {
  const items = field.items.slice(0, limits.selectionItems);
  return {
    selectionInput: {
      ...field,
      items: items.map((item) => ({ ...item, text: oneLine(item.text, limits.label) || EMPTY })),
    },
  };
}

/** A section, or nothing when it would be empty. */
export function section(
  header: string | null,
  widgets: readonly Widget[],
  fold?: { shown: number },
): Section[] {
  if (widgets.length === 0) return [];
  return [
    {
      ...(header?.trim() && { header: visible(escapeHtml(oneLine(header, limits.label))) }),
      widgets: [...widgets],
      ...(fold &&
        widgets.length > fold.shown && { collapsible: true, uncollapsibleWidgetsCount: fold.shown }),
    },
  ];
}

/** Google refuses a whole card for one empty text. */
const EMPTY = "—";

function visible(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "").trim() === "" ? EMPTY : html;
}
