/**
 * Remembers what was read of a text, since lists repeat companies, names and departments. Bounded: it begins anew when it is
 * full. Only for readers whose answers nobody changes.
 */
export function remembered<T>(read: (text: string) => T, most = 4_000): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = read(text);
    if (known.size >= most) known = new Map();
    known.set(text, answer);
    return answer;
  };
}
