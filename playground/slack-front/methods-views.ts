import { withBlockIds } from "./block-ids.ts";
import type { FrontContext } from "./context.ts";
import type { ApiAnswer } from "./emulator.ts";
import { refuseView } from "./lint-answer.ts";
import type { Method } from "./methods-chat.ts";
import type { FrontView, Json } from "./record.ts";

const MAX_STACK = 3;

/** Methods that show views: checked here, kept by the emulator, stacked here. */
export const viewMethods: Record<string, Method> = {
  "views.publish": (front, args) =>
    show(front, "views.publish", args, (view) => {
      front.record.homes.set(String(args.user_id), view);
    }),
  "views.open": (front, args) =>
    show(front, "views.open", args, (view, userId) => {
      front.record.stacks.set(userId, [{ view, errors: {} }]);
    }),
  "views.push": (front, args) => pushView(front, args),
  "views.update": (front, args) => updateView(front, args),
};

/** Replaces a view that is open, or a home. A closed one is not found, as in Slack. */
export async function updateView(front: FrontContext, args: Json): Promise<ApiAnswer> {
  const target = findShown(front, args);
  if (!target) return { ok: false, error: "not_found" };
  return show(front, "views.update", args, (view) => {
    target(view);
  });
}

/** Puts a view on top of the stack in which the trigger was given. */
export async function pushView(front: FrontContext, args: Json): Promise<ApiAnswer> {
  const answer = await show(front, "views.push", args, place);
  if (answer.error !== "push_limit_reached") return answer;
  // The emulator counts closed views as well. It has taken the trigger, so the parent is found by hand.
  const parent = triggerOf(front, args)?.viewId;
  const below = parent === undefined ? undefined : front.record.openView(parent);
  if (!below || front.record.stack(below.userId).length >= MAX_STACK) return answer;
  const fresh = await front.backing.call("views.generateTriggerId", { user_id: below.userId });
  return show(front, "views.open", { ...args, trigger_id: fresh.trigger_id }, (view) => {
    const parentView = below.open.view;
    place({ ...view, root_view_id: parentView.root_view_id, previous_view_id: parentView.id }, below.userId);
  });

  function place(view: FrontView, userId: string): void {
    front.record.stack(userId).push({ view, errors: {} });
  }
}

async function show(
  front: FrontContext,
  method: string,
  args: Json,
  keep: (view: FrontView, userId: string) => void,
): Promise<ApiAnswer> {
  const refused = refuseView(args.view);
  if (refused) return refused;
  const view = args.view as Json;
  const blocks = withBlockIds(view.blocks as unknown[]);
  const userId = triggerOf(front, args)?.userId ?? "";
  const answer = await front.backing.call(method, { ...args, view: { ...view, blocks } });
  if (!answer.ok) return answer;
  keep(answer.view as FrontView, userId);
  front.record.changed();
  return answer;
}

function findShown(front: FrontContext, args: Json): ((view: FrontView) => void) | undefined {
  const matches = (view: FrontView) =>
    args.view_id !== undefined ? view.id === args.view_id : view.external_id === args.external_id;
  for (const views of front.record.stacks.values()) {
    const open = views.find((each) => matches(each.view));
    if (open) {
      return (view) => {
        open.view = view;
        open.errors = {};
      };
    }
  }
  for (const [userId, home] of front.record.homes) {
    if (matches(home)) return (view) => front.record.homes.set(userId, view);
  }
  return undefined;
}

function triggerOf(front: FrontContext, args: Json): { userId: string; viewId?: string } | undefined {
  return front.record.triggers.get(String(args.trigger_id ?? args.interactivity_pointer));
}
