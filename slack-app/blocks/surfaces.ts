import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import { plainText } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { type Phrase, phraseSource } from "./markup.ts";

export type Message = { text: string; blocks: KnownBlock[] };

/**
 * A message with blocks. `text` is what notifications and screen readers say, so it is required and must
 * carry the gist by itself. More than 50 blocks are cut off.
 */
export function message(text: Phrase, blocks: readonly KnownBlock[]): Message {
  return { text: phraseSource(text, LIMITS.messageText), blocks: blocks.slice(0, LIMITS.messageBlocks) };
}

export type ModalParts = {
  /** At most 24 UTF-16 units are shown. */
  title: string;
  close: string;
  submit?: string;
  callbackId: string;
  blocks: readonly KnownBlock[];
  /** Comes back through the client with the submission: ids only, and authorised again when used. */
  privateMetadata?: string;
  externalId?: string;
  notifyOnClose?: boolean;
  clearOnClose?: boolean;
};

export function modal(parts: ModalParts): ModalView {
  return {
    type: "modal",
    title: plainText(parts.title, LIMITS.viewTitle),
    close: plainText(parts.close, LIMITS.viewTitle),
    ...(parts.submit && { submit: plainText(parts.submit, LIMITS.viewTitle) }),
    callback_id: parts.callbackId,
    blocks: parts.blocks.slice(0, LIMITS.viewBlocks),
    ...(parts.privateMetadata && { private_metadata: parts.privateMetadata }),
    ...(parts.externalId && { external_id: parts.externalId }),
    ...(parts.notifyOnClose && { notify_on_close: true }),
    ...(parts.clearOnClose && { clear_on_close: true }),
  };
}

export function home(blocks: readonly KnownBlock[], privateMetadata?: string): HomeView {
  return {
    type: "home",
    blocks: blocks.slice(0, LIMITS.viewBlocks),
    ...(privateMetadata && { private_metadata: privateMetadata }),
  };
}
