import { createElement, type ReactNode } from "react";

interface Open {
  tag: string;
  colour: string | null;
  href: string | null;
  children: ReactNode[];
}

/** Colours that the page has in light and dark. */
const tones: Record<string, string> = { "#5f6368": "gc-muted", "#b3261e": "gc-warn" };

/**
 * Draws the small HTML of cards (b, i, u, s, font, a, br). Everything else is shown as the text that it is, so nothing a
 * card carries can become a tag of the page.
 */
export function drawHtml(html: string): ReactNode[] {
  const root: Open = { tag: "", colour: null, href: null, children: [] };
  const stack: Open[] = [root];
  let key = 0;
  const top = () => stack.at(-1)!;
  const close = () => {
    const done = stack.pop()!;
    key += 1;
    top().children.push(element(done, key));
  };
  for (const token of html.match(/<\/?[a-z]+(?: [a-z]+="[^"<>]*")*\s*\/?>|[^<]+|</g) ?? []) {
    const tag = /^<(\/?)(b|i|u|s|font|a|br)\b([^>]*)>$/.exec(token);
    if (!tag) {
      top().children.push(decode(token));
      continue;
    }
    const [, slash, name, attributes = ""] = tag;
    if (name === "br") {
      key += 1;
      top().children.push(<br key={key} />);
    } else if (slash === "") {
      stack.push({
        tag: name!,
        colour: /color="(#[0-9a-f]{6})"/.exec(attributes)?.[1] ?? null,
        href: /href="(https?:\/\/[^"]*)"/.exec(attributes)?.[1] ?? null,
        children: [],
      });
    } else if (stack.length > 1) {
      close();
    }
  }
  while (stack.length > 1) close();
  return root.children;
}

function element({ tag, colour, href, children }: Open, key: number): ReactNode {
  if (tag === "a") {
    return (
      <a key={key} href={href ? decode(href) : undefined} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  if (tag === "font") {
    const known = colour ? tones[colour] : undefined;
    return (
      <span key={key} className={known} style={colour && !known ? { color: colour } : undefined}>
        {children}
      </span>
    );
  }
  return createElement(tag, { key }, children);
}

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
  "&nbsp;": "\u00a0",
};

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp|nbsp);/g, (entity) => entities[entity]!);
}
