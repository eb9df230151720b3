import { amendLine, getLine, type LineResult } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { metadataOf, pressedJson } from "../pressed.ts";
import { type FormValues, formValues } from "../submission.ts";
import { actionOf, amendModal } from "./amend-view.ts";
import { echoMessage } from "./echo-view.ts";

/** 直す: the modal with what the line says now. */
export async function openAmend(acting: Acting): Promise<void> {
  const { lineId, entry } = pressedJson(acting.body);
  const line = await acting.host.ask(getLine, { lineId: String(lineId) }, acting.call);
  await acting.show(amendModal(line, Number(entry), acting.speech));
}

/** Mends only what was changed in the modal, so that what a colleague changed meanwhile stays. */
export async function amend(acting: Acting): Promise<void> {
  const { lineId, entry } = metadataOf(acting.body);
  const index = Number(entry);
  const before = await acting.host.ask(getLine, { lineId: String(lineId) }, acting.call);
  const values = formValues(acting.body.view as Record<string, unknown>);
  const input = { lineId: String(lineId), entry: index, ...changes(before, index, values) };
  const line = await acting.host.perform(amendLine, input, acting.call, acting.once());
  await acting.reply(echoMessage(line, acting.speech), "replace");
}

type Changes = Partial<Parameters<typeof amendLine.run>[1]>;

/** What the form says otherwise than the line. */
export function changes(line: LineResult, index: number, values: FormValues): Changes {
  const entry = line.entries[index];
  const action = actionOf(line, index);
  const text = (key: string) => (typeof values[key] === "string" ? (values[key] as string) : "");
  const changed: Changes = {};
  if (text("customer") && text("customer") !== entry?.customerId) changed.customerId = text("customer");
  if (text("kind") && text("kind") !== entry?.kind)
    changed.kind = text("kind") as NonNullable<Changes["kind"]>;
  if (text("day") && text("day") !== entry?.occurredFrom?.slice(0, 10)) changed.occurredOn = text("day");
  if (text("body").trim() !== (entry?.body ?? "").trim()) changed.body = text("body");
  const title = text("title").trim();
  if (title !== "" && title !== action?.title) changed.title = title;
  if ((text("due") || null) !== (action?.dueOn ?? null)) changed.dueOn = text("due") || null;
  if (changed.title !== undefined || changed.dueOn !== undefined) {
    changed.nextAction = action?.index ?? line.nextActions.length;
  }
  // A day alone is no plan: what there is to do is what was typed.
  if (!action && changed.dueOn && !changed.title)
    changed.title = [...line.text.trim()].slice(0, 300).join("");
  return changed;
}
