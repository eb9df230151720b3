import { spaced, wordKey } from "./fold.ts";
import { attachedSigns, findVerb, type Verb, verbs } from "./verbs.ts";

/** A command of a plugin, as the host lists it. */
export interface PluginVerb {
  verb: string;
  aliases: readonly string[];
}

export type TypedCommand<P extends PluginVerb = PluginVerb> =
  /** Nothing was typed. */
  | { kind: "menu" }
  | { kind: "verb"; verb: Verb; word: string; rest: string; line: string }
  | { kind: "plugin"; command: P; word: string; rest: string; line: string }
  /** A name, or a line without a verb; only the book of customers can tell. */
  | { kind: "line"; line: string };

const RANGE =
  /^(今日|きょう|本日|明日|あした|あす|今週|来週|期限切れ|期限ぎれ|全部|すべて|today|tomorrow|week|overdue|all)$/;

/**
 * Reads what was typed after `/crm`, as unescaped text. The first word is a verb only when the rest fits it:
 * 「今日」 asks for the list of the day, 「今日 田中商事に訪問」 is a line about a visit.
 */
export function readCommand<P extends PluginVerb>(text: string, plugins: readonly P[] = []): TypedCommand<P> {
  const line = spaced(text);
  if (line === "") return { kind: "menu" };
  const { word, rest } = firstWord(line);
  const command = plugins.find((plugin) =>
    [plugin.verb, ...plugin.aliases].some((alias) => wordKey(alias) === wordKey(word)),
  );
  if (command) return { kind: "plugin", command, word, rest, line };
  const verb = findVerb(word);
  if (verb && fits(verb, rest)) return { kind: "verb", verb, word, rest, line };
  return readAttached(line) ?? { kind: "line", line };
}

function fits(verb: Verb, rest: string): boolean {
  if (verb.takes === "nothing") return rest === "" || (verb.id === "help" && findVerb(rest) !== undefined);
  if (verb.takes === "range") return rest === "" || RANGE.test(wordKey(rest));
  return true;
}

/** The first word ends at a blank, or at a mark that people type instead of one. */
function firstWord(line: string): { word: string; rest: string } {
  const found = /^([^ 、,，:：。]+)[ 、,，:：。]*(.*)$/u.exec(line);
  return found ? { word: found[1]!, rest: found[2]! } : { word: line, rest: "" };
}

function readAttached(
  line: string,
): { kind: "verb"; verb: Verb; word: string; rest: string; line: string } | null {
  const folded = line.normalize("NFKC").replace(/[\uFE0E\uFE0F]/g, "");
  for (const { sign, verb } of attachedSigns) {
    if (!folded.startsWith(sign)) continue;
    const rest = spaced(folded.slice(sign.length));
    if (rest !== "") return { kind: "verb", verb, word: sign, rest, line: verb.keepsWord ? line : rest };
  }
  return null;
}

/**
 * A verb that stands against the name without a blank (検索田中, 済丸八): the longest that fits, with what is left.
 * Only for a single word that is itself nobody's name: the caller has looked.
 */
export function readJoined(line: string): { verb: Verb; word: string; rest: string } | null {
  if (line.includes(" ")) return null;
  for (const word of joinable) {
    if (!wordKey(line).startsWith(wordKey(word)) || line.length <= word.length) continue;
    const verb = findVerb(word);
    if (verb) return { verb, word, rest: line.slice(word.length) };
  }
  return null;
}

/** Verbs that take a name, in their Japanese writings, the longest first. */
const joinable = verbs
  .filter((verb) => verb.takes === "name")
  .flatMap((verb) => [verb.name, ...verb.aliases])
  .filter(
    (word) =>
      /[\p{Script=Han}]/u.test(word) ||
      (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) && word.length >= 4),
  )
  .sort((one, other) => other.length - one.length);
