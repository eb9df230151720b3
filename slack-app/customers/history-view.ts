import type { KnownBlock, ModalView, RichTextElement } from "@slack/types";
import { actions, button, context, header, modal, richText } from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { customerIds } from "./ids.ts";

/** One page of the whole history, as lines of rich text. */
export interface HistoryPage {
  customerId: string;
  name: string;
  lines: RichTextElement[][];
  nextCursor: string | null;
}

/** The whole history of a customer, page by page. */
export function historyModal(page: HistoryPage, { t }: Speech): ModalView {
  const value = page.nextCursor && JSON.stringify({ customerId: page.customerId, cursor: page.nextCursor });
  const older: KnownBlock[] =
    value && value.length <= 2000
      ? [actions([button({ text: t("slack.history.older"), actionId: customerIds.olderHistory, value })])]
      : [];
  return modal({
    title: t("slack.profile.history"),
    close: t("slack.button.close"),
    callbackId: customerIds.historyView,
    blocks: [
      header(page.name),
      ...(page.lines.length > 0 ? [richText(page.lines)] : [context(t("slack.profile.no_history"))]),
      ...older,
    ],
  });
}
