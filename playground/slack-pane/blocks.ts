import { html, raw } from "hono/html";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { MessageProps } from "slack-blocks-to-jsx";
import { type Html, joined } from "../page/html.ts";
import { type ElementContext, renderElement, type SlackElement } from "./elements.ts";

type Block = Record<string, unknown> & { type: string; block_id: string };

/** Renders the parts of a block that nobody acts on. It takes most of a second to load, so it waits to be needed. */
let library: Promise<FunctionComponent<MessageProps>> | null = null;
function loadLibrary(): Promise<FunctionComponent<MessageProps>> {
  library ??= import("slack-blocks-to-jsx").then(({ Message }) => Message);
  return library;
}

/**
 * Blocks of a message, modal or home as HTML. Layout comes from the renderer library; what a person acts on comes from
 * us, because the library's pictures of inputs carry no ids. `errors` are those of a modal's last submission.
 */
export async function renderBlocks(
  blocks: readonly unknown[],
  context: ElementContext,
  errors: Record<string, string> = {},
): Promise<Html> {
  const Message = await loadLibrary();
  return joined((blocks as Block[]).map((block) => renderBlock(block, context, errors, Message)));
}

function renderBlock(
  block: Block,
  context: ElementContext,
  errors: Record<string, string>,
  Message: FunctionComponent<MessageProps>,
): Html {
  if (block.type === "actions") {
    const elements = (block.elements as SlackElement[]).map((element) => renderElement(element, context));
    return html`<div class="sb-actions" data-block="${block.block_id}">${elements}</div>`;
  }
  if (block.type === "input") return renderInput(block, context, errors[block.block_id]);
  const accessory = block.accessory as SlackElement | undefined;
  if (block.type === "section" && accessory && accessory.type !== "image") {
    const { accessory: _apart, ...rest } = block;
    return html`<div class="sb-section" data-block="${block.block_id}">
      <div class="sb-section-text">${picture(rest as Block, context, Message)}</div>
      <div class="sb-accessory">${renderElement(accessory, context)}</div>
    </div>`;
  }
  return html`<div class="sb-block sb-${block.type}">${picture(block, context, Message)}</div>`;
}

function renderInput(block: Block, context: ElementContext, error: string | undefined): Html {
  const element = block.element as SlackElement;
  const id = `in-${context.scope}-${block.block_id}`;
  const label = (block.label as { text: string }).text;
  const hint = (block.hint as { text: string } | undefined)?.text;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const grouped = element.type === "radio_buttons" || element.type === "checkboxes";
  const control = renderElement(element, context, {
    id,
    label,
    describedBy: described,
    invalid: error !== undefined,
    dispatch: block.dispatch_action === true,
    required: block.optional !== true,
  });
  const heading = html`${label}${block.optional === true ? html` <span class="sb-optional">${context.text("playground.slack.optional")}</span>` : ""}`;
  return html`<div class="sb-input${error ? " has-error" : ""}" data-block="${block.block_id}">
    ${grouped ? html`<div class="sb-label" id="${id}-label">${heading}</div>` : html`<label class="sb-label" for="${id}">${heading}</label>`}
    ${control}
    ${error ? html`<p class="sb-error" id="${id}-error" role="alert">${error}</p>` : ""}
    ${hint ? html`<p class="sb-hint" id="${id}-hint">${hint}</p>` : ""}
  </div>`;
}

function picture(block: Block, context: ElementContext, Message: FunctionComponent<MessageProps>): Html {
  return raw(
    renderToStaticMarkup(
      createElement(Message, {
        blocks: [block] as unknown as MessageProps["blocks"],
        logo: "",
        name: "",
        theme: context.theme,
        withoutWrapper: true,
        data: { users: [...context.users], channels: [...context.channels] },
        hooks: {
          link: ({ href, children, className }) =>
            createElement("a", { href, className, target: "_blank", rel: "noreferrer noopener" }, children),
          date: ({ timestamp, format, fallback }) => context.date(Number(timestamp), format) ?? fallback,
        },
      }),
    ),
  );
}
