import type { Notice } from "../slack-front/index.ts";

type TextOf = (key: string, params?: Record<string, string>) => string;

const KNOWN = new Set(["operation_timeout", "dispatch_failed", "invalid_blocks", "invalid_errors"]);
const FIELD_FAULTS = new Set(["missing_value", "too_short", "too_long"]);

/** What Slack itself tells a person about a request that went wrong, with the code as the real one shows it. */
export function noticeText({ code }: Notice, text: TextOf): string {
  return text(`playground.slack.notice.${KNOWN.has(code) ? code : "other"}`, { code });
}

/** A field's error: the app's own words as they are, what Slack's client found in words. */
export function fieldError(error: string, text: TextOf): string {
  return FIELD_FAULTS.has(error) ? text(`playground.slack.field.${error}`) : error;
}
