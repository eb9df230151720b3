import type { Card } from "../cards/index.ts";

/** What a handler answers; the shape that Google wants is made here and nowhere else. */
export type Reply =
  | { show: "push" | "update"; card: Card; told?: string; changed?: boolean }
  /** Back to the card before. */
  | { show: "back"; told?: string; changed?: boolean }
  /** The card stays as it is. */
  | { show: "nothing"; told: string };

/** What opening a card answers: `RenderActions`, with one card to push. */
export function cardOpened(card: Card): object {
  return { action: { navigations: [{ pushCard: card }] } };
}

/**
 * What a press answers: `SubmitFormResponse` (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.script.type).
 * `stateChanged` tells Google that cards it keeps from before are out of date.
 */
export function pressed(reply: Reply): object {
  const navigations =
    reply.show === "push"
      ? [{ pushCard: reply.card }]
      : reply.show === "update"
        ? [{ updateCard: reply.card }]
        : reply.show === "back"
          ? [{ pop: true }]
          : [];
  return {
    renderActions: {
      action: {
        ...(navigations.length > 0 && { navigations }),
        ...(reply.told && { notification: { text: reply.told } }),
      },
    },
    stateChanged: "changed" in reply && reply.changed === true,
  };
}
