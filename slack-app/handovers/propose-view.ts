import type { KnownBlock, ModalView, MultiExternalSelect } from "@slack/types";
import type { Profile } from "../../core/index.ts";
import {
  context,
  header,
  input,
  modal,
  option,
  plainText,
  richString,
  richText,
  textInput,
  usersSelect,
} from "../blocks/index.ts";
import { customerName, entryLine, ownersText, plannedText } from "../customers/say.ts";
import type { Speech } from "../text.ts";
import { handoverIds } from "./ids.ts";

/** How many customers one modal hands over; more are handed over by the import of a list. */
export const MOST = 30;
const PREVIEWED = 3;

/**
 * Who hands what to whom. The customers that were named are chosen already, and what their 引継書 will say is shown
 * before anything is sent.
 */
export function proposeModal(
  chosen: readonly Profile[],
  speech: Speech,
  unknown: string | null = null,
): ModalView {
  const { t } = speech;
  return modal({
    title: t("slack.handover.title"),
    close: t("slack.button.close"),
    submit: t("slack.handover.submit"),
    callbackId: handoverIds.proposeView,
    blocks: [
      ...(unknown === null
        ? []
        : [context(t("slack.search.nothing", { query: [...unknown].slice(0, 60).join("") }))]),
      input({
        blockId: "customers",
        label: t("slack.field.customer"),
        element: customersSelect(chosen, speech),
        dispatch: true,
      }),
      input({
        blockId: "successor",
        label: t("slack.handover.successor"),
        hint: t("slack.handover.successor_hint"),
        element: usersSelect({
          actionId: handoverIds.successor,
          placeholder: t("slack.handover.successor_placeholder"),
        }),
      }),
      input({
        blockId: "reason",
        label: t("slack.handover.reason"),
        optional: true,
        element: textInput({
          actionId: "handovers.propose.reason",
          maxLength: 1000,
          placeholder: t("slack.handover.reason_placeholder"),
        }),
      }),
      input({
        blockId: "note",
        label: t("slack.handover.note"),
        optional: true,
        hint: t("slack.handover.note_hint"),
        element: textInput({ actionId: "handovers.propose.note", multiline: true, maxLength: 3000 }),
      }),
      ...previewBlocks(chosen, speech),
      context(t("slack.handover.until_accepted")),
    ],
  });
}

function customersSelect(chosen: readonly Profile[], { t }: Speech): MultiExternalSelect {
  return {
    type: "multi_external_select",
    action_id: handoverIds.customers,
    min_query_length: 1,
    max_selected_items: MOST,
    placeholder: plainText(t("slack.field.customer_placeholder"), 150),
    ...(chosen.length > 0 && {
      initial_options: chosen.map((profile) =>
        option({ text: customerName(profile), value: profile.customer.id }),
      ),
    }),
  };
}

function previewBlocks(chosen: readonly Profile[], speech: Speech): KnownBlock[] {
  const { t } = speech;
  if (chosen.length === 0) return [context(t("slack.handover.preview_none"))];
  return [
    header(t("slack.handover.preview")),
    ...chosen.slice(0, PREVIEWED).map((profile) => previewOf(profile, speech)),
    ...(chosen.length > PREVIEWED
      ? [context(t("slack.handover.and_more", { count: chosen.length - PREVIEWED }))]
      : []),
  ];
}

function previewOf(profile: Profile, speech: Speech): KnownBlock {
  const open = profile.nextActions
    .slice(0, 3)
    .map((action) => [richString(plannedText(action, speech), 200)]);
  const entries = profile.history.slice(0, 2).map((entry) => entryLine(entry, profile, speech));
  return richText([
    [richString(customerName(profile), 120, { bold: true })],
    [richString(ownersText(profile, speech), 200)],
    ...open,
    ...entries,
  ]);
}
