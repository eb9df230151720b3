import { html, raw } from "hono/html";
import { people } from "../people.ts";
import { strings } from "../strings/index.ts";
import type { Html } from "./html.ts";
import { gmailPane } from "./pane-gmail.ts";
import { sheetsPane } from "./pane-sheets.ts";
import { slackPane } from "./pane-slack.ts";

export interface ShellContext {
  locale: "ja" | "en";
  token: string;
  text: (key: string, params?: Record<string, string | number>) => string;
}

/** The one page of the playground: banner, guide and the three panes. Its script fills in what changes. */
export function shell(context: ShellContext): Html {
  const { locale, text, token } = context;
  return html`<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="playground-token" content="${token}">
  <meta name="color-scheme" content="light dark">
  <title>${text("playground.title")}</title>
  <link rel="icon" href="/playground/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/playground/assets/font.css">
  <link rel="stylesheet" href="/playground/assets/blocks.css">
  <link rel="stylesheet" href="/playground/assets/base.css">
  <link rel="stylesheet" href="/playground/assets/slack.css">
  <link rel="stylesheet" href="/playground/assets/gmail.css">
  <link rel="stylesheet" href="/playground/assets/card.css">
  <link rel="stylesheet" href="/playground/assets/sheets.css">
  <script type="application/json" id="texts">${raw(scriptJson(clientTexts(locale)))}</script>
  <script type="module" src="/playground/assets/app.js"></script>
</head>
<body>
  <a class="skip" href="#pane-slack">${text("playground.skip")}</a>
  <header class="top">
    <p class="brand"><span class="brand-mark" aria-hidden="true">縁</span> <b>Enishi</b></p>
    <p class="practice" id="practice-banner"><span class="practice-dot" aria-hidden="true"></span>${text("practice.banner")}</p>
    <div class="top-actions">
      <button type="button" class="ghost" id="guide-toggle" aria-expanded="true" aria-controls="guide">${text("playground.guide.toggle")} <span id="guide-count" class="count">0/3</span></button>
      <a class="ghost" href="/docs">API</a>
      <a class="ghost" href="?lang=${locale === "ja" ? "en" : "ja"}" lang="${locale === "ja" ? "en" : "ja"}">${locale === "ja" ? "English" : "日本語"}</a>
      <button type="button" class="ghost danger" id="reset">${text("playground.reset")}</button>
    </div>
  </header>
  ${guide(context)}
  <nav class="tabs" role="tablist" aria-label="${text("playground.tabs")}">
    ${(["slack", "gmail", "sheets"] as const).map(
      (name) =>
        html`<button type="button" role="tab" id="tab-${name}" aria-controls="pane-${name}" aria-selected="${name === "slack" ? "true" : "false"}" tabindex="${name === "slack" ? "0" : "-1"}">${text(`playground.pane.${name}`)}<span class="dot" hidden></span></button>`,
    )}
  </nav>
  <main class="desk" data-shown="slack">
    ${slackPane(context)}
    ${gmailPane(context)}
    ${sheetsPane(context)}
  </main>
  <div class="toasts" id="toasts" role="status" aria-live="polite"></div>
  <dialog class="ask" id="ask" aria-labelledby="ask-title">
    <h2 id="ask-title"></h2>
    <p id="ask-text"></p>
    <form method="dialog"><button value="no" class="sb-button" id="ask-no"></button><button value="yes" class="sb-button sb-primary" id="ask-yes"></button></form>
  </dialog>
</body>
</html>`;
}

function guide({ text }: ShellContext): Html {
  const steps = ["import", "command", "mail"].map(
    (step, index) => html`<li class="step" data-step="${step}">
      <button type="button" class="step-go" data-go="${step}"><span class="tick" aria-hidden="true">${index + 1}</span>
      <span><b>${text(`playground.guide.${step}`)}</b><small>${text(`playground.guide.${step}.more`)}</small></span><span class="sr" data-done hidden>${text("playground.guide.done")}</span></button>
    </li>`,
  );
  return html`<section class="guide" id="guide" aria-label="${text("playground.guide")}"><ol>${steps}</ol></section>`;
}

/** The heading of a pane: its name, who one is there, and the button that gives it all the room. */
export function paneHead(name: string, { text }: ShellContext): Html {
  const options = people.map(
    (person) =>
      html`<option value="${person.handle}">${person.name}（${text(`playground.role.${person.role ?? "none"}`)}）</option>`,
  );
  return html`<header class="pane-head">
    <h2><span class="pane-mark pane-mark-${name}" aria-hidden="true"></span>${text(`playground.pane.${name}`)}</h2>
    <label class="who"><span>${text("playground.who")}</span><select data-who="${name}">${options}</select></label>
    <button type="button" class="icon-button expand" data-expand="${name}" aria-pressed="false" aria-label="${text("playground.expand")}" title="${text("playground.expand")}"></button>
  </header>`;
}

/** The texts that the page's script says, by key without the common part. */
function clientTexts(locale: "ja" | "en"): Record<string, string> {
  const all: Record<string, string> = strings[locale];
  const prefix = "playground.client.";
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
    ),
  );
}

/** JSON that cannot end the script element it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
