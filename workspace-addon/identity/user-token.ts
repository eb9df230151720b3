/**
 * The ID token of the person who looks at the card. An HTTP add-on carries it inside the event, its Authorization
 * header being a token of Google's own system account; the Apps Script project sends it as the bearer. The one inside
 * the event wins, because then the header is not the person's.
 */
export function userTokenOf(
  authorization: string | undefined,
  userIdToken: string | undefined,
): string | null {
  if (userIdToken) return userIdToken;
  const bearer = /^Bearer +([^\s]+)$/i.exec(authorization?.trim() ?? "");
  return bearer?.[1] ?? null;
}
