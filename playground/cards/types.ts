/** The part of Google's Card v1 JSON that is drawn here; all of it may be missing, because a card comes from outside. */
export interface Card {
  name?: string;
  header?: { title?: string; subtitle?: string; imageUrl?: string; imageAltText?: string };
  sections?: Section[];
  fixedFooter?: { primaryButton?: Button; secondaryButton?: Button };
}

export interface Section {
  header?: string;
  widgets?: Widget[];
  collapsible?: boolean;
  uncollapsibleWidgetsCount?: number;
}

export interface Widget {
  textParagraph?: { text?: string };
  decoratedText?: DecoratedText;
  buttonList?: { buttons?: Button[] };
  textInput?: TextInput;
  selectionInput?: SelectionInput;
  dateTimePicker?: DateTimePicker;
  divider?: object;
  image?: { imageUrl?: string; altText?: string };
  columns?: { columnItems?: { widgets?: Widget[] }[] };
  grid?: { title?: string; columnCount?: number; items?: { title?: string; subtitle?: string }[] };
}

export interface DecoratedText {
  text?: string;
  topLabel?: string;
  bottomLabel?: string;
  startIcon?: Icon;
  endIcon?: Icon;
  button?: Button;
  switchControl?: { name?: string; value?: string; selected?: boolean; controlType?: string };
  onClick?: OnClick;
}

export interface Icon {
  knownIcon?: string;
  iconUrl?: string;
  altText?: string;
}

export interface Button {
  text?: string;
  type?: string;
  altText?: string;
  disabled?: boolean;
  onClick?: OnClick;
}

export interface OnClick {
  action?: { function?: string; parameters?: { key?: string; value?: string }[] };
  openLink?: { url?: string };
}

export interface TextInput {
  name?: string;
  label?: string;
  hintText?: string;
  placeholderText?: string;
  value?: string;
  type?: string;
}

export interface SelectionInput {
  name?: string;
  label?: string;
  type?: string;
  items?: { text?: string; value?: string; selected?: boolean }[];
}

export interface DateTimePicker {
  name?: string;
  label?: string;
  type?: string;
  valueMsEpoch?: string | number;
}
