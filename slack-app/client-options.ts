const PATIENCE_MS = 10_000;

/** How the Web API is called: no retries of its own (a stuck one lasts half an hour), no call without an end. */
export function clientOptions(slackApiUrl: string) {
  return {
    slackApiUrl,
    timeout: PATIENCE_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}
