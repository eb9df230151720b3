import { html } from "hono/html";
import type { Html } from "./html.ts";
import { paneHead, type ShellContext } from "./shell.ts";

/** Slack: conversations, the messages of one, the line to type into. */
export function slackPane(context: ShellContext): Html {
  const { text } = context;
  return html`<section class="pane" id="pane-slack" role="tabpanel" aria-labelledby="tab-slack" tabindex="-1">
    ${paneHead("slack", context)}
    <div class="slack" id="slack">
      <nav class="channels" id="channels" aria-label="${text("playground.slack.conversations")}"></nav>
      <div class="talk">
        <div class="talk-head" id="talk-head"></div>
        <div class="messages" id="messages" role="log" aria-live="polite" aria-label="${text("playground.slack.messages")}" tabindex="0"></div>
        <form class="composer" id="composer">
          <div class="hints" id="hints" role="listbox" aria-label="${text("playground.slack.hints")}" hidden></div>
          <div class="composer-hint" id="composer-hint" hidden><span></span> <button type="button" class="link" id="composer-fix"></button></div>
          <div class="composer-box">
            <label class="sr" for="line">${text("playground.slack.line")}</label>
            <textarea id="line" rows="1" autocomplete="off" spellcheck="false" enterkeyhint="send" placeholder="${text("playground.slack.placeholder")}"></textarea>
            <button type="submit" class="send" aria-label="${text("playground.slack.send")}"></button>
          </div>
          <p class="composer-foot">${text("playground.slack.keys")}</p>
        </form>
        <div class="modal-layer" id="modal-layer" hidden></div>
      </div>
    </div>
  </section>`;
}
