import type { Use } from "./fields.ts";

/** `="田中商事"` is how a program writes a text; a minus or at sign alone begins many a name. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}

const FORMULA = /^\s*(=(?!"[^"]*"\s*$)|[+\-@][^\s|!]*[(|!].*|[+-]\$?[A-Z]{1,3}\$?\d+\s*([-+*/&:].*)?$)/;

const NOTHING =
  /^([-‐‑‒–—―−ー－*＊・.\s]+|n\/?a|null|none|nil|nan|undefined|#(n\/a|value!|ref!|name\?|div\/0!|null!|num!))$/i;
const NOTHING_IN_WORDS = /^(なし|無し|ナシ|無|不明|未定|未登録|未設定|未入力|該当なし|同左|[x×✕✖])$/i;

/** What people and programs write where there is nothing to write. Words and crosses may mean something in a free column. */
export function isPlaceholder(text: string, use: Use | null): boolean {
  if (text.length > 9) return false;
  return (
    NOTHING.test(text) || (use !== null && use !== "note" && use !== "role" && NOTHING_IN_WORDS.test(text))
  );
}

/** Outer white space off, the wrapping of `="…"` and of a text apostrophe too. */
export function unwrapCell(cell: string): string {
  const first = cell.charCodeAt(0);
  const text = first === 61 ? cell.replace(/^="(.*)"$/s, "$1") : first === 39 ? cell.slice(1) : cell;
  const last = text.charCodeAt(text.length - 1);
  // Ideographic and zero-width spaces count; everything written in between stays as typed.
  return isEdge(text.charCodeAt(0)) || isEdge(last) ? text.replace(EDGES, "") : text;
}

function isEdge(code: number): boolean {
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
