/**
 * The part of google.apps.card.v1 that we build (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1).
 * Fields called `text` of paragraphs and decorated texts, and section headers, hold Google's small HTML; every other
 * text is plain.
 */
export interface Card {
  name?: string;
  header?: { title: string; subtitle?: string };
  sections: Section[];
  fixedFooter?: { primaryButton: Button; secondaryButton?: Button };
}

export interface Section {
  header?: string;
  widgets: Widget[];
  collapsible?: boolean;
  uncollapsibleWidgetsCount?: number;
}

export type Widget =
  | { textParagraph: { text: string } }
  | { decoratedText: DecoratedText }
  | { buttonList: { buttons: Button[] } }
  | { textInput: TextInput }
  | { selectionInput: SelectionInput }
  | { divider: Record<string, never> };

export interface DecoratedText {
  text: string;
  topLabel?: string;
  wrapText?: boolean;
  startIcon?: Icon;
  button?: Button;
  onClick?: OnClick;
}

export interface Icon {
  knownIcon: KnownIcon;
  altText: string;
}

export const knownIcons = [
  "BOOKMARK",
  "CLOCK",
  "DESCRIPTION",
  "EMAIL",
  "MAP_PIN",
  "MULTIPLE_PEOPLE",
  "PERSON",
  "PHONE",
  "STAR",
  "STORE",
] as const;
export type KnownIcon = (typeof knownIcons)[number];

export interface Button {
  text: string;
  type?: "OUTLINED" | "FILLED" | "FILLED_TONAL" | "BORDERLESS";
  altText?: string;
  onClick: OnClick;
}

export type OnClick = { action: Action } | { openLink: { url: string } };

export interface Action {
  /** The address to call; the Apps Script project puts its own function here. */
  function: string;
  parameters: { key: string; value: string }[];
  loadIndicator: "SPINNER";
}

export interface TextInput {
  name: string;
  label: string;
  type?: "SINGLE_LINE" | "MULTIPLE_LINE";
  value?: string;
  hintText?: string;
}

export interface SelectionInput {
  name: string;
  label?: string;
  type: "CHECK_BOX" | "RADIO_BUTTON" | "SWITCH" | "DROPDOWN";
  items: { text: string; value: string; selected: boolean }[];
}
