import { html } from "hono/html";
import type { Html } from "./html.ts";
import { paneHead, type ShellContext } from "./shell.ts";

/** Gmail: the inbox, one mail, and the card of the add-on beside it. */
export function gmailPane(context: ShellContext): Html {
  const { text } = context;
  return html`<section class="pane" id="pane-gmail" role="tabpanel" aria-labelledby="tab-gmail" tabindex="-1">
    ${paneHead("gmail", context)}
    <div class="gmail" id="gmail">
      <nav class="inbox" id="inbox" aria-label="${text("playground.gmail.inbox")}"></nav>
      <article class="mail" id="mail" tabindex="-1" aria-live="polite"><p class="quiet">${text("playground.gmail.choose")}</p></article>
      <aside class="addon" id="addon" aria-label="${text("playground.gmail.addon")}"><div id="card" tabindex="-1"></div></aside>
    </div>
  </section>`;
}
