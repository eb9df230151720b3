import { html } from "hono/html";
import type { Html } from "./html.ts";
import { paneHead, type ShellContext } from "./shell.ts";

/** Sheets: a list, how it was read, and what became of each row. */
export function sheetsPane(context: ShellContext): Html {
  return html`<section class="pane" id="pane-sheets" role="tabpanel" aria-labelledby="tab-sheets" tabindex="-1">
    ${paneHead("sheets", context)}
    <div class="sheets" id="sheets"></div>
  </section>`;
}
