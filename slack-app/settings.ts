import { z } from "zod";
import { parseMembersRule } from "../core/index.ts";

const secret = z.string().min(1);
const url = z.string().url("slack.settings.url");

/** The environment that the Slack app reads. Messages are text keys. */
export const slackSettings = z.object({
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xox[be]/, "slack.settings.bot_token")
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, "slack.settings.app_token")
    .optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_API_URL: url.regex(/\/api\/$/, "slack.settings.api_url").default("https://slack.com/api/"),
  SLACK_AUTHORIZE_URL: url.default("https://slack.com/oauth/v2/authorize"),
  ENISHI_MEMBERS: z
    .string()
    .refine((text) => parseMembersRule(text) !== null, "slack.settings.members")
    .optional(),
});
export type SlackSettings = z.output<typeof slackSettings>;

/** What is missing before Slack can be used; empty when nothing is. Either a bot token or an OAuth client will do. */
export function missingSettings(settings: SlackSettings): string[] {
  const missing: string[] = [];
  if (!settings.SLACK_SIGNING_SECRET && !settings.SLACK_APP_TOKEN) missing.push("SLACK_SIGNING_SECRET");
  const oauth = settings.SLACK_CLIENT_ID && settings.SLACK_CLIENT_SECRET;
  if (!settings.SLACK_BOT_TOKEN && !oauth) missing.push("SLACK_BOT_TOKEN");
  return missing;
}
