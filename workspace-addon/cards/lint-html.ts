/** Tags that cards understand (https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting). */
const paired = new Set(["b", "i", "u", "s", "font", "a"]);

/**
 * What is wrong with a card's small HTML: tags that cards do not know, tags that are not closed or cross each other, a
 * lone < or &, which shows that a text of the record was put in without being escaped.
 */
export function lintHtml(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const rest = html.replaceAll(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>/g,
    (_, slash: string, tag: string, attributes: string) => {
      if (tag === "br" && slash === "" && attributes === "") return "";
      if (!paired.has(tag)) faults.push(`tag ${tag}`);
      else if (slash === "") open.push(tag);
      else if (open.pop() !== tag) faults.push(`</${tag}> closes nothing`);
      if (tag === "font" && slash === "" && !/^ color="#[0-9a-f]{6}"$/.test(attributes))
        faults.push("font without a colour");
      if (tag === "a" && slash === "" && !/^ href="https:\/\/[^"]+"$/.test(attributes))
        faults.push("a without an https address");
      return "";
    },
  );
  if (open.length > 0) faults.push(`${open.join(", ")} not closed`);
  if (/[<>]/.test(rest)) faults.push("a lone < or >");
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest)) faults.push("a lone &");
  return faults;
}
