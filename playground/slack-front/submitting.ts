import type { Delivery } from "./deliver.ts";
import { parseJson } from "./http.ts";
import { pushView, updateView } from "./methods-views.ts";
import { interaction, interactionForm } from "./payloads.ts";
import type { FrontView, Json, OpenView } from "./record.ts";
import { type EntryFault, entryFaults } from "./required.ts";
import { actor, finder, noted, person, type Stage, trigger } from "./stage.ts";
import { type EnteredValues, stateOf } from "./values.ts";

export type Submission = {
  /** What became of the modal; `incomplete` when Slack's client would not even send it. */
  outcome: "incomplete" | "errors" | "closed" | "cleared" | "updated" | "pushed" | "failed";
  /** By block id: the app's own words, or what Slack's client found. */
  errors: Record<string, string | EntryFault>;
  /** Null when nothing was sent. */
  delivery: Delivery | null;
};

/** Presses the submit button of a modal. */
export async function submitView(
  stage: Stage,
  act: { userId: string; viewId: string; values: EnteredValues },
): Promise<Submission> {
  const user = person(stage, act.userId);
  const open = topmost(stage, act);
  const state = stateOf(open.view.blocks, act.values, finder(stage, user.id));
  const faults = entryFaults(open.view.blocks, state);
  if (Object.keys(faults).length > 0) return { outcome: "incomplete", errors: faults, delivery: null };
  const view = { ...open.view, state };
  const triggerId = await trigger(stage, user.id, act.viewId);
  const payload = interaction("view_submission", actor(user), triggerId, { view, response_urls: [] });
  const delivery = noted(stage, act, await stage.deliver(interactionForm(payload)));
  if (delivery.error !== undefined) return { outcome: "failed", errors: {}, delivery };
  const answered = await follow(stage, act, open, parseJson(delivery.body));
  stage.record.changed();
  return { ...answered, delivery };
}

/** Presses the close button (or, with `clear`, the cross that closes the whole stack). */
export async function closeView(
  stage: Stage,
  act: { userId: string; viewId: string; clear?: boolean },
): Promise<Delivery | null> {
  const user = person(stage, act.userId);
  const { view } = topmost(stage, act);
  const all = act.clear === true || view.clear_on_close === true;
  await leave(stage, user.id, all ? 0 : -1);
  stage.record.changed();
  if (view.notify_on_close !== true) return null;
  const payload = interaction("view_closed", actor(user), "", { view, is_cleared: all });
  return noted(stage, act, await stage.deliver(interactionForm(payload)));
}

async function follow(
  stage: Stage,
  act: { userId: string; viewId: string },
  open: OpenView,
  answer: unknown,
): Promise<Omit<Submission, "delivery">> {
  const { response_action: action, view, errors } = (answer ?? {}) as Json;
  if (action === undefined || action === "clear") {
    await leave(stage, act.userId, action === "clear" ? 0 : -1);
    return { outcome: action === "clear" ? "cleared" : "closed", errors: {} };
  }
  if (action === "errors") return showErrors(stage, act, open, errors);
  if (action !== "update" && action !== "push") return failed(stage, act, "invalid_response_action", action);
  const shown =
    action === "update"
      ? await updateView(stage, { view_id: act.viewId, view })
      : await pushView(stage, { trigger_id: await trigger(stage, act.userId, act.viewId), view });
  if (!shown.ok) return failed(stage, act, String(shown.error), shown.errors);
  return { outcome: action === "update" ? "updated" : "pushed", errors: {} };
}

/** Slack shows errors only at input blocks; anything else leaves the person with a general message. */
function showErrors(
  stage: Stage,
  act: { userId: string; viewId: string },
  open: OpenView,
  errors: unknown,
): Omit<Submission, "delivery"> {
  const inputs = open.view.blocks.filter(({ type }) => type === "input").map((block) => block.block_id);
  const entries = Object.entries((errors ?? {}) as Record<string, string>);
  if (entries.length === 0 || entries.some(([blockId, text]) => !inputs.includes(blockId) || text === "")) {
    return failed(stage, act, "invalid_errors", errors);
  }
  open.errors = Object.fromEntries(entries);
  return { outcome: "errors", errors: open.errors };
}

function failed(
  stage: Stage,
  act: { userId: string },
  code: string,
  detail: unknown,
): Omit<Submission, "delivery"> {
  stage.record.notices.push({ userId: act.userId, code, detail: JSON.stringify(detail ?? null) });
  return { outcome: "failed", errors: {} };
}

function topmost(stage: Stage, act: { userId: string; viewId: string }): OpenView {
  const open = stage.record.stack(act.userId).at(-1);
  if (open?.view.id !== act.viewId) throw new Error(`The topmost modal of this person is not ${act.viewId}`);
  return open;
}

/** Takes views off the stack from `from` on and frees their external ids, which the emulator would keep. */
async function leave(stage: Stage, userId: string, from: number): Promise<void> {
  const closed = stage.record.stack(userId).splice(from);
  for (const view of closed.map((each) => each.view).filter((each) => each.external_id)) {
    await stage.backing.call("views.update", { view_id: view.id, view: emptied(view) });
  }
}

function emptied(view: FrontView): Json {
  return { type: "modal", title: view.title, blocks: [], external_id: "" };
}
