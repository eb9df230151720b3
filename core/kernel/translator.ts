import { type Catalogue, en, fill, ja, type Params } from "../i18n/index.ts";
import type { Locale } from "./context.ts";
import { isEnishiError } from "./errors.ts";

export type Strings = Record<Locale, Catalogue>;

export interface Translator {
  /** The text of a key. Error: a plain Error when no catalogue has it, so that a missing text is found by tests. */
  text(locale: Locale, key: string, params?: Params): string;
  has(key: string): boolean;
  /** What a person is told of an error. */
  errorText(error: unknown, locale: Locale, requestId: string): string;
}

/** One translator over the kernel's texts and those that nouns and plugins bring. */
export function createTranslator(more: readonly Strings[]): Translator {
  const catalogues: Strings = { ja: { ...ja }, en: { ...en } };
  for (const strings of more) {
    Object.assign(catalogues.ja, strings.ja);
    Object.assign(catalogues.en, strings.en);
  }
  const text = (locale: Locale, key: string, params: Params = {}): string => {
    const template = catalogues[locale][key] ?? catalogues.ja[key];
    if (template === undefined) throw new Error(`no text for the key ${key}`);
    return fill(template, params, locale);
  };
  return {
    text,
    has: (key) => key in catalogues.ja,
    errorText: (error, locale, requestId) => {
      if (!isEnishiError(error)) return text(locale, "error.unexpected", { requestId });
      // A refusal may name the rule that it rests on; its text says more than the general one.
      const keys = [`error.${error.code}.${error.params.rule}`, `error.${error.code}`];
      const key = keys.find((candidate) => candidate in catalogues.ja);
      return key ? text(locale, key, error.params) : text(locale, "error.unexpected", { requestId });
    },
  };
}
