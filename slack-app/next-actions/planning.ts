import type { ModalView } from "@slack/types";
import { addNextAction, getProfile } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import {
  context,
  datepicker,
  input,
  type Message,
  message,
  modal,
  section,
  staticSelect,
  textInput,
  timepicker,
} from "../blocks/index.ts";
import { customerIds } from "../customers/ids.ts";
import { customerName, dueText } from "../customers/say.ts";
import type { Listener } from "../listen.ts";
import { metadataOf, pressed } from "../pressed.ts";
import { type FieldErrors, type FormValues, formValues, type SubmissionChecks } from "../submission.ts";
import type { Speech } from "../text.ts";
import { isDay } from "../words/days.ts";
import { nextActionIds } from "./ids.ts";

const KINDS = ["promise", "follow", "appointment"] as const;

/** 次の予定 on a profile: a modal that adds one. */
export function registerPlanning(listener: Listener): void {
  listener.action(
    customerIds.plan,
    async (acting) => {
      const customerId = pressed(acting.body);
      const profile = await acting.host.ask(getProfile, { customerId, historyLimit: 0 }, acting.call);
      await acting.show(planModal({ customerId, name: customerName(profile) }, acting.speech));
    },
    { opensModal: true },
  );
  listener.view(nextActionIds.addView, add);
}

/** What the modal takes is checked before it closes. */
export const planningChecks: SubmissionChecks = {
  [nextActionIds.addView]: (values, say): FieldErrors | null => {
    if (blank(values.title)) return { title: say("slack.field.required") };
    if (values.time && !values.day) return { day: say("slack.plan.day_needed") };
    return values.day && !isDay(String(values.day)) ? { day: say("slack.field.no_such_day") } : null;
  },
};

/** A modal for one next action of a customer. */
export function planModal(customer: { customerId: string; name: string }, { t }: Speech): ModalView {
  return modal({
    title: t("slack.profile.plan"),
    close: t("slack.button.close"),
    submit: t("slack.button.save"),
    callbackId: nextActionIds.addView,
    privateMetadata: JSON.stringify({ customerId: customer.customerId }),
    blocks: [
      context(customer.name),
      input({
        blockId: "kind",
        label: t("slack.field.kind"),
        element: staticSelect({
          actionId: "next_actions.add.kind",
          options: KINDS.map((kind) => ({
            text: t(`next_action.kind.${kind}`),
            value: kind,
            description: t(`slack.plan.about.${kind}`),
          })),
          initial: "promise",
        }),
      }),
      input({
        blockId: "title",
        label: t("slack.field.what"),
        element: textInput({ actionId: "next_actions.add.title", maxLength: 300, focus: true }),
      }),
      input({
        blockId: "day",
        label: t("slack.field.due"),
        optional: true,
        element: datepicker({ actionId: "next_actions.add.day" }),
      }),
      input({
        blockId: "time",
        label: t("slack.field.time"),
        optional: true,
        element: timepicker({ actionId: "next_actions.add.time" }),
      }),
    ],
  });
}

/** What was added, with the day that it was moved to and why. */
export function plannedEcho(
  added: {
    title: string;
    kind: string;
    dueOn: string | null;
    dueTime: string | null;
    shifted: { because: string } | null;
  },
  speech: Speech,
): Message {
  const { t } = speech;
  const due = dueText({ ...added, duePrecision: added.dueOn ? "day" : "none" }, speech);
  const moved = added.shifted ? t("slack.plan.shifted", { because: added.shifted.because }) : "";
  const text = `${t("slack.plan.added")} ${t(`next_action.kind.${added.kind}`)} ${due} ${added.title}${moved}`;
  return message(text, [section(text)]);
}

async function add(acting: Acting): Promise<void> {
  const values = formValues(acting.body.view as Record<string, unknown>);
  const { customerId } = metadataOf(acting.body);
  const kind = KINDS.find((each) => each === values.kind) ?? "follow";
  const title = String(values.title ?? "");
  const dueTime = values.time ? String(values.time) : null;
  const added = await acting.host.perform(
    addNextAction,
    {
      customerId: String(customerId),
      kind,
      title,
      ...(values.day && { dueOn: String(values.day), dueTime, duePrecision: dueTime ? "time" : "day" }),
    },
    acting.call,
    acting.once(),
  );
  await acting.reply(plannedEcho({ ...added, title, kind, dueTime }, acting.speech));
}

function blank(value: FormValues[string] | undefined): boolean {
  return typeof value !== "string" || value.trim() === "";
}
