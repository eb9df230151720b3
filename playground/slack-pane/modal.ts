import { html } from "hono/html";
import type { OpenView } from "../slack-front/index.ts";
import { renderBlocks } from "./blocks.ts";
import type { ElementContext } from "./elements.ts";
import { digest, type Shown } from "./messages.ts";
import { fieldError } from "./notices.ts";

type Text = { text: string } | undefined;

/** The topmost modal with its frame: title, fields, close and submit. */
export async function renderModal(
  { view, errors }: OpenView,
  context: ElementContext,
): Promise<Shown & { id: string }> {
  const scope = `m${digest(view.id)}`;
  const words = Object.fromEntries(
    Object.entries(errors).map(([block, error]) => [block, fieldError(error, context.text)]),
  );
  const content = await renderBlocks(view.blocks, { ...context, scope }, words);
  const submit = (view.submit as Text)?.text;
  const close = (view.close as Text)?.text ?? context.text("playground.slack.close");
  const text = `${await html`<form class="modal" role="dialog" aria-labelledby="${scope}-title" data-view="${view.id}" novalidate>
    <header class="modal-head">
      <span class="avatar avatar-app" aria-hidden="true">縁</span>
      <h2 id="${scope}-title">${(view.title as Text)?.text ?? ""}</h2>
      <button type="button" class="icon-button" data-act="close-view" aria-label="${context.text("playground.slack.close")}">×</button>
    </header>
    <div class="modal-body">${content}</div>
    <footer class="modal-foot">
      <button type="button" class="sb-button" data-act="close-view">${close}</button>
      ${submit ? html`<button type="submit" class="sb-button sb-primary">${submit}</button>` : ""}
    </footer>
  </form>`}`;
  return { id: view.id, key: `${view.id}:${view.hash}:${digest(text)}`, html: text };
}
