/**
 * A value as JSON for PostgreSQL, which keeps every letter but U+0000 and half surrogates: the first is dropped, the
 * second becomes U+FFFD. Both are escaped by JSON.stringify; an even number of backslashes before stands for themselves.
 */
export function sqlJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\u0000") && !json.includes("\\ud")) return json;
  return json
    .replace(/(?<!\\)((?:\\\\)*)\\u0000/g, "$1")
    .replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\ufffd");
}
