import { limits } from "./limits.ts";
import { lintHtml } from "./lint-html.ts";
import { knownIcons } from "./types.ts";

type Rule = (value: unknown, path: string, faults: string[]) => void;

/**
 * What is wrong with a card, by path: keys, types and enum values that google.apps.card.v1 does not know, two widgets
 * in one place, broken HTML, and what passes silently at Google but never reaches the person: too many widgets, buttons
 * that do not fit in a row, parameters that are no text. Empty when all is well.
 */
export function lintCard(card: unknown): string[] {
  const faults: string[] = [];
  cardRule(card, "card", faults);
  const sections = (card as { sections?: { widgets?: unknown[] }[] })?.sections ?? [];
  const widgets = sections.reduce((sum, section) => sum + (section?.widgets?.length ?? 0), 0);
  if (widgets > limits.widgets) faults.push(`card: ${widgets} widgets, at most ${limits.widgets}`);
  if (sections.length > limits.sections) faults.push(`card: ${sections.length} sections`);
  const bytes = Buffer.byteLength(JSON.stringify(card) ?? "");
  if (bytes > limits.cardBytes) faults.push(`card: ${bytes} bytes, at most ${limits.cardBytes}`);
  faults.push(...repeatedNames(sections));
  return faults;
}

const plain =
  (limit: number): Rule =>
  (value, path, faults) => {
    if (typeof value !== "string" || value.trim() === "") faults.push(`${path}: no text`);
    else if (value.length > limit) faults.push(`${path}: ${value.length} characters, at most ${limit}`);
    else if (/[\n\r]/.test(value)) faults.push(`${path}: more than one line`);
  };

const html: Rule = (value, path, faults) => {
  if (typeof value !== "string" || value.trim() === "") faults.push(`${path}: no text`);
  else if (value.length > limits.text) faults.push(`${path}: ${value.length} characters`);
  else faults.push(...lintHtml(value).map((fault) => `${path}: ${fault}`));
};

const flag: Rule = (value, path, faults) => {
  if (typeof value !== "boolean") faults.push(`${path}: neither true nor false`);
};

const count: Rule = (value, path, faults) => {
  if (!Number.isInteger(value) || (value as number) < 0) faults.push(`${path}: no count`);
};

const oneOf =
  (...values: readonly string[]): Rule =>
  (value, path, faults) => {
    if (!values.includes(value as string))
      faults.push(`${path}: ${String(value)} is none of ${values.join(", ")}`);
  };

const list =
  (rule: Rule, least: number, most: number): Rule =>
  (value, path, faults) => {
    if (!Array.isArray(value)) return void faults.push(`${path}: no list`);
    if (value.length < least || value.length > most) faults.push(`${path}: ${value.length} items`);
    value.forEach((item, index) => {
      rule(item, `${path}[${index}]`, faults);
    });
  };

const shape =
  (required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  (value, path, faults) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return void faults.push(`${path}: no object`);
    }
    for (const key of Object.keys(required)) if (!(key in value)) faults.push(`${path}: ${key} is missing`);
    for (const [key, inner] of Object.entries(value)) {
      const rule = required[key] ?? optional[key];
      if (rule) rule(inner, `${path}.${key}`, faults);
      else faults.push(`${path}: unknown key ${key}`);
    }
  };

/** Exactly one of the keys, as a oneof of the protocol. */
const choice =
  (rules: Record<string, Rule>): Rule =>
  (value, path, faults) => {
    shape({}, rules)(value, path, faults);
    const keys = Object.keys((value as object) ?? {});
    if (keys.length !== 1)
      faults.push(`${path}: ${keys.length} of ${Object.keys(rules).join(", ")}, exactly 1 is allowed`);
  };

const action = shape({
  function: (value, path, faults) => {
    if (typeof value !== "string" || !/^https?:\/\/\S+$/.test(value)) faults.push(`${path}: no address`);
  },
  parameters: list(
    shape({
      key: (value, path, faults) => {
        if (typeof value !== "string" || !/^\w{1,40}$/.test(value)) faults.push(`${path}: no key`);
      },
      value: (value, path, faults) => {
        if (typeof value !== "string") faults.push(`${path}: parameters are text`);
        else if (value.length > limits.parameterValue) faults.push(`${path}: ${value.length} characters`);
      },
    }),
    1,
    limits.parameters,
  ),
  loadIndicator: oneOf("SPINNER"),
});

const onClick = choice({
  action,
  openLink: shape({
    url: (value, path, faults) => {
      if (typeof value !== "string" || !value.startsWith("https://")) faults.push(`${path}: not https`);
    },
  }),
});

const button = shape(
  { text: plain(limits.button), onClick },
  { type: oneOf("OUTLINED", "FILLED", "FILLED_TONAL", "BORDERLESS"), altText: plain(200) },
);

const icon = shape({ knownIcon: oneOf(...knownIcons), altText: plain(100) });

const decoratedText: Rule = (value, path, faults) => {
  shape(
    { text: html, wrapText: flag },
    {
      topLabel: plain(limits.label),
      startIcon: icon,
      button,
      onClick,
    },
  )(value, path, faults);
  if ((value as { wrapText?: unknown })?.wrapText !== true) faults.push(`${path}: would be cut (wrapText)`);
};

const fieldName: Rule = (value, path, faults) => {
  if (typeof value !== "string" || !/^\w{1,64}$/.test(value)) faults.push(`${path}: no field name`);
};

const widget = choice({
  textParagraph: shape({ text: html }),
  decoratedText,
  buttonList: shape({ buttons: list(button, 1, limits.buttonsInRow) }),
  textInput: shape(
    { name: fieldName, label: plain(limits.label) },
    {
      type: oneOf("SINGLE_LINE", "MULTIPLE_LINE"),
      value: (value, path, faults) => {
        if (typeof value !== "string") faults.push(`${path}: no text`);
      },
      hintText: plain(limits.label),
    },
  ),
  selectionInput: shape(
    {
      name: fieldName,
      type: oneOf("CHECK_BOX", "RADIO_BUTTON", "SWITCH", "DROPDOWN"),
      items: list(
        shape({ text: plain(limits.label), value: plain(200), selected: flag }),
        1,
        limits.selectionItems,
      ),
    },
    { label: plain(limits.label) },
  ),
  divider: shape({}),
});

const sectionRule: Rule = (value, path, faults) => {
  shape(
    { widgets: list(widget, 1, limits.widgets) },
    { header: html, collapsible: flag, uncollapsibleWidgetsCount: count },
  )(value, path, faults);
};

const cardRule = shape(
  {
    header: shape({ title: plain(limits.title) }, { subtitle: plain(limits.subtitle) }),
    sections: list(sectionRule, 1, limits.sections),
  },
  {
    name: fieldName,
    fixedFooter: shape({ primaryButton: button }, { secondaryButton: button }),
  },
);

/** Two fields of one name would be read as one. */
function repeatedNames(sections: { widgets?: unknown[] }[]): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const one of sections.flatMap((section) => section?.widgets ?? [])) {
    const widget = one as { textInput?: { name?: string }; selectionInput?: { name?: string } };
    const name = widget?.textInput?.name ?? widget?.selectionInput?.name;
    if (name === undefined) continue;
    if (seen.has(name)) faults.push(`card: two fields called ${name}`);
    seen.add(name);
  }
  return faults;
}
