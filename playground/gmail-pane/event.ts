import type { GoogleTokens, SeedMail } from "../google-front/index.ts";

type Inputs = Record<string, readonly string[]>;

/**
 * The event object that Google sends to an HTTP add-on:
 * https://developers.google.com/workspace/add-ons/reference/event-object
 */
export function addonEvent(parts: {
  tokens: GoogleTokens;
  locale: "ja" | "en";
  mail: SeedMail | null;
  parameters?: Record<string, string>;
  inputs?: Inputs;
}): Record<string, unknown> {
  const { tokens, locale, mail, parameters = {}, inputs = {} } = parts;
  return {
    commonEventObject: {
      platform: "WEB",
      hostApp: "GMAIL",
      userLocale: locale,
      timeZone: { id: "Asia/Tokyo", offset: 32_400_000 },
      parameters,
      formInputs: Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [name, { stringInputs: { value } }]),
      ),
    },
    authorizationEventObject: {
      userOAuthToken: tokens.userOAuthToken,
      userIdToken: tokens.userIdToken,
      systemIdToken: tokens.systemIdToken,
    },
    ...(mail && {
      gmail: { messageId: mail.id, threadId: mail.threadId, accessToken: tokens.messageToken },
    }),
  };
}
