import type { KnownBlock, ModalView } from "@slack/types";
import { type LineResult, SaidHistoryKind } from "../../core/index.ts";
import {
  context,
  datepicker,
  externalSelect,
  input,
  modal,
  staticSelect,
  textInput,
} from "../blocks/index.ts";
import { customerIds } from "../customers/ids.ts";
import type { Speech } from "../text.ts";
import { lineIds } from "./ids.ts";
import { nameOf } from "./say-line.ts";

/** What one entry of a line says, to be mended (直す). */
export function amendModal(line: LineResult, index: number, speech: Speech): ModalView {
  const { t } = speech;
  const entry = line.entries[index];
  const action = actionOf(line, index);
  return modal({
    title: t("line.amend"),
    close: t("slack.button.close"),
    submit: t("slack.button.save"),
    callbackId: lineIds.amendView,
    privateMetadata: JSON.stringify({ lineId: line.lineId, entry: index, action: action?.index ?? null }),
    blocks: [
      context(t("slack.line.typed", { text: [...line.text].slice(0, 300).join("") })),
      input({
        blockId: "customer",
        label: t("slack.field.customer"),
        optional: true,
        element: externalSelect({
          actionId: customerIds.pick,
          placeholder: t("slack.field.customer_placeholder"),
          ...(entry?.customerId && { initial: { text: nameOf(entry, speech), value: entry.customerId } }),
        }),
      }),
      input({
        blockId: "kind",
        label: t("slack.field.kind"),
        optional: true,
        element: staticSelect({
          actionId: "lines.amend.kind",
          placeholder: t("slack.field.kind"),
          options: SaidHistoryKind.options.map((kind) => ({ text: t(`history.kind.${kind}`), value: kind })),
          ...(entry?.kind && { initial: entry.kind }),
        }),
      }),
      input({
        blockId: "day",
        label: t("slack.field.day"),
        optional: true,
        element: datepicker({
          actionId: "lines.amend.day",
          ...(entry?.occurredFrom && { initial: entry.occurredFrom.slice(0, 10) }),
        }),
      }),
      input({
        blockId: "body",
        label: t("slack.field.body"),
        optional: true,
        element: textInput({
          actionId: "lines.amend.body",
          multiline: true,
          ...(entry && { initial: entry.body }),
        }),
      }),
      ...planBlocks(action, speech),
    ],
  });
}

/** The next action that belongs to an entry, or to none. */
export function actionOf(line: LineResult, entry: number): LineResult["nextActions"][number] | undefined {
  return line.nextActions.find((action) => (action.entry ?? 0) === entry && !action.suggested);
}

function planBlocks(action: LineResult["nextActions"][number] | undefined, { t }: Speech): KnownBlock[] {
  return [
    input({
      blockId: "title",
      label: t("slack.profile.plan"),
      optional: true,
      element: textInput({
        actionId: "lines.amend.title",
        maxLength: 300,
        ...(action && { initial: action.title }),
      }),
    }),
    input({
      blockId: "due",
      label: t("slack.field.due"),
      optional: true,
      element: datepicker({ actionId: "lines.amend.due", ...(action?.dueOn && { initial: action.dueOn }) }),
    }),
  ];
}
