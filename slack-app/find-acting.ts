import { localDay } from "../core/index.ts";
import type { Acting, OpenedView, SlackParts } from "./acting.ts";
import { type Deed, requestIdOf } from "./deed.ts";
import { asObject, textOf } from "./delivery.ts";
import { openView, updateView } from "./modals.ts";
import { sendReply } from "./replies.ts";
import { localeOf, type Speech, speechOf } from "./text.ts";

export type Found =
  | { acting: Acting; speech: Speech; why: null }
  | { acting: null; speech: Speech; why: "unlinked" | "outsider" | "former" | "unknown_workspace" };

/** Who acts, with all that a listener needs; or why they may not. `opened`: the modal that waits for its contents. */
export async function findActing(parts: SlackParts, deed: Deed, opened?: OpenedView | null): Promise<Found> {
  const { host, people } = parts;
  const workspace = await people.workspaceOf(deed.teamId);
  if (!workspace) {
    host.log.warn(
      { teamId: deed.teamId, key: deed.key },
      "a slack delivery came from a team that is none of ours",
    );
    return { acting: null, speech: speechOf(host, "ja", "Asia/Tokyo", ""), why: "unknown_workspace" };
  }
  const known = await people.know(deed.client, workspace, deed);
  const locale = localeOf(known.locale, workspace.locale);
  const today = localDay(host.clock.now(), workspace.timeZone);
  const speech = speechOf(host, locale, workspace.timeZone, today);
  if (known.kind !== "member") return { acting: null, speech, why: known.kind };
  const place = { ...placeOf(parts, deed), client: deed.client, slackUserId: deed.slackUserId };
  const acting: Acting = {
    parts,
    host,
    workspace,
    member: known.member,
    slackUserId: deed.slackUserId,
    teamId: deed.teamId,
    client: deed.client,
    body: deed.body,
    speech,
    sentAt: deed.sentAt,
    call: {
      workspaceId: workspace.id,
      actor: { kind: "member", memberId: known.member.memberId },
      surface: "slack",
      locale,
      requestId: requestIdOf(deed),
    },
    once: (part) => ({ idempotencyKey: part ? `slack:${deed.key}:${part}` : `slack:${deed.key}` }),
    reply: (said, how) => sendReply({ ...place, now: host.clock.now().getTime() }, said, how),
    show: async (view) => {
      if (opened) return updateView(deed.client, { id: opened.id }, view);
      const press = {
        triggerId: deed.triggerId ?? "",
        responseUrl: place.responseUrl,
        givenAt: place.givenAt,
      };
      return (await openView(deed.client, parts, press, view)) !== null;
    },
  };
  return { acting, speech, why: null };
}

/** A modal's submission has no address of its own; the press that opened the modal had. */
export function placeOf(parts: SlackParts, deed: Deed): { responseUrl: string | null; givenAt: number } {
  if (deed.responseUrl) return { responseUrl: deed.responseUrl, givenAt: deed.sentAt.getTime() };
  const view = asObject(deed.body.view);
  const place =
    parts.places.get(textOf(view?.root_view_id) ?? "") ?? parts.places.get(textOf(view?.id) ?? "");
  return place ?? { responseUrl: null, givenAt: 0 };
}
