import { z } from "zod";

/** Where Google publishes the keys that sign its ID tokens. */
const GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";
const GOOGLE_ISSUERS = "https://accounts.google.com,accounts.google.com";

/** Environment variables of the add-on. Lists are separated by commas. */
export const settings = z.object({
  GOOGLE_OIDC_AUDIENCES: list("").describe("OAuth client ids whose ID tokens are accepted"),
  GOOGLE_OIDC_ISSUERS: list(GOOGLE_ISSUERS).describe("issuers whose ID tokens are accepted"),
  GOOGLE_JWKS_URL: z
    .url({ protocol: /^https?$/, error: "settings.url" })
    .default(GOOGLE_KEYS)
    .describe("where the issuer publishes its keys"),
  GOOGLE_HOSTED_DOMAINS: list("")
    .transform((domains) => domains.map((domain) => domain.toLowerCase()))
    .describe("Google Workspace domains of this company"),
  GOOGLE_API_URL: z
    .url({ protocol: /^https?$/, error: "settings.url" })
    .optional()
    .describe("root of the Gmail and Sheets API, when it is not Google's own"),
});

export type AddonSettings = z.output<typeof settings>;

/** Names of the variables without which nobody can be let in. */
export function missingSettings(values: AddonSettings): string[] {
  return (["GOOGLE_OIDC_AUDIENCES", "GOOGLE_HOSTED_DOMAINS"] as const).filter(
    (name) => values[name].length === 0,
  );
}

function list(preset: string) {
  return z
    .string()
    .default(preset)
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    );
}
