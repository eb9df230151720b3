import type { FrontUser } from "./directory.ts";
import type { Backing } from "./emulator.ts";
import type { Faults } from "./faults.ts";
import type { FrontRecord } from "./record.ts";
import type { ResponseUrls } from "./response-urls.ts";

/** A Web API call of the app, as it came and as it was answered. */
export type RecordedRequest = {
  method: string;
  args: Record<string, unknown>;
  ok: boolean;
  error?: string;
  /** Slack's advice on calls that it took all the same, e.g. `missing_text_in_message`. */
  warning?: string;
};

/** The parts of a running Front that its handlers share. */
export type FrontContext = {
  backing: Backing;
  record: FrontRecord;
  users: FrontUser[];
  scopes: readonly string[];
  /** Tokens that are known, each with the error it meets, or `ok`. */
  tokens: Map<string, string>;
  appToken: string | undefined;
  responses: ResponseUrls;
  faults: Faults;
  requests: RecordedRequest[];
  /** Hands out the address of one Socket Mode connection. */
  socketUrl: () => string;
  /** Says whether an address was handed out and not used yet. */
  takeTicket: (path: string) => boolean;
};
