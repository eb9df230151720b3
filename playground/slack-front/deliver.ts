import { signSlackRequest } from "./sign.ts";

/** What became of a request to the app. */
export type Delivery = {
  /** Null when the app could not be reached or did not answer in time. */
  status: number | null;
  body: string;
  elapsedMs: number;
  /** `operation_timeout` after Slack's three seconds, `dispatch_failed` for anything but 2xx. */
  error?: "operation_timeout" | "dispatch_failed";
};

export type Target = string | URL | ((path: string) => string | URL);

export type Deliver = (body: URLSearchParams | object, headers?: Record<string, string>) => Promise<Delivery>;

/** Slack waits this long for an acknowledgement. */
const PATIENCE_MS = 3000;

/** Makes the sender of signed requests to `<target>/slack/events`. */
export function createDeliver(target: Target, signingSecret: string, now: () => number): Deliver {
  return async (content, headers = {}) => {
    const form = content instanceof URLSearchParams;
    const body = form ? content.toString() : JSON.stringify(content);
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    try {
      const response = await fetch(addressOf(target), {
        method: "POST",
        headers: {
          "content-type": form ? "application/x-www-form-urlencoded" : "application/json",
          "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
          ...signSlackRequest(signingSecret, body, Math.floor(now() / 1000)),
          ...headers,
        },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = await response.text();
      const delivery = { status: response.status, body: answer, elapsedMs: elapsed() };
      return response.ok ? delivery : { ...delivery, error: "dispatch_failed" };
    } catch (error) {
      const late = error instanceof DOMException && error.name === "TimeoutError";
      return {
        status: null,
        body: "",
        elapsedMs: elapsed(),
        error: late ? "operation_timeout" : "dispatch_failed",
      };
    }
  };
}

function addressOf(target: Target): URL {
  const path = "/slack/events";
  return typeof target === "function" ? new URL(target(path)) : new URL(path, target);
}
