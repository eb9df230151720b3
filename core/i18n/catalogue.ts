export type Params = Record<string, string | number | readonly string[]>;

/** Texts by key, with `{name}` where a value stands. */
export type Catalogue = Record<string, string>;

/** Fills a text. A list is joined with 、 (ja) or ", " (en). Error: a plain Error when no catalogue has the key. */
export function fill(template: string, params: Params, locale: "ja" | "en"): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return Array.isArray(value) ? value.join(locale === "ja" ? "、" : ", ") : String(value);
  });
}
