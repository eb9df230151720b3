import { randomUUID } from "node:crypto";
import {
  actCommand,
  actElement,
  actShortcut,
  actSuggest,
  type CommandAct,
  type ElementAct,
} from "./acting.ts";
import type { RecordedRequest } from "./context.ts";
import { createDeliver, type Delivery, type Target } from "./deliver.ts";
import { type FrontUser, placeUsers, type UserSeed } from "./directory.ts";
import { type ChannelSeed, type FrontChannel, startBacking } from "./emulator.ts";
import { createFaults, type Faults } from "./faults.ts";
import { eventEnvelope } from "./payloads.ts";
import { createRecord, type Json, type MessageRef } from "./record.ts";
import { createResponseUrls } from "./response-urls.ts";
import { startServer } from "./server.ts";
import { createSocketMode } from "./socket-mode.ts";
import { person, type Stage } from "./stage.ts";
import { type PersonState, stateFor } from "./state.ts";
import { closeView, type Submission, submitView } from "./submitting.ts";
import type { EnteredValues } from "./values.ts";

export type { RecordedRequest } from "./context.ts";
export type { Delivery } from "./deliver.ts";
export type { FrontUser, UserSeed } from "./directory.ts";
export type { ChannelSeed, FrontChannel } from "./emulator.ts";
export type { Fault, Faults } from "./faults.ts";
export { APP, TEAM } from "./ids.ts";
export type { FrontMessage, FrontView, MessageRef, Notice, OpenView } from "./record.ts";
export { signSlackRequest } from "./sign.ts";
export type { Conversation, PersonState } from "./state.ts";
export type { Submission } from "./submitting.ts";
export type { Entered, EnteredValues } from "./values.ts";

export type SlackFrontOptions = {
  users: readonly UserSeed[];
  /** Public channels. The app is in none of them unless `withBot` says so. */
  channels: readonly ChannelSeed[];
  signingSecret: string;
  botToken: string;
  /** The app's address, or what gives the full address of a path on it; read at each request. */
  target: Target;
  /** The app's scopes; the emulator refuses what they do not cover. */
  scopes?: readonly string[];
  /** The clock by which requests are signed, in milliseconds since 1970. */
  now?: () => number;
  /** Allows Socket Mode: while the app is connected, requests go through its socket instead of `target`. */
  appToken?: string;
  oauth?: { clientId: string; clientSecret: string; redirectUris: string[] };
};

/** The smallest set of scopes that Enishi is installed with. */
const LEAST_SCOPES = ["commands", "chat:write", "im:write", "users:read", "users:read.email"];

export type SlackFront = {
  /** Ends in `/api/`: for `clientOptions.slackApiUrl`. */
  apiUrl: string;
  /** The page that starts an installation: for `installerOptions.authorizationUrl`. */
  authorizeUrl: string;
  users: FrontUser[];
  channels: FrontChannel[];
  /** What this person sees now. */
  state: (userId: string) => PersonState;
  command: (act: CommandAct) => Promise<Delivery>;
  action: (act: ElementAct) => Promise<Delivery>;
  suggest: (act: Omit<ElementAct, "value"> & { query: string }) => Promise<Delivery & { options: Json[] }>;
  shortcut: (act: { userId: string; callbackId: string; messageRef?: MessageRef }) => Promise<Delivery>;
  submitView: (act: { userId: string; viewId: string; values: EnteredValues }) => Promise<Submission>;
  closeView: (act: { userId: string; viewId: string; clear?: boolean }) => Promise<Delivery | null>;
  /** Sends an event; a repeated delivery has the same `eventId` and a `retryNum`. */
  event: (
    event: Json,
    delivery?: { eventId?: string; retryNum?: number; retryReason?: string },
  ) => Promise<Delivery>;
  /** Opens the app's home, as a click on the app does. */
  openHome: (userId: string) => Promise<Delivery>;
  /** Makes a token meet this error from now on. */
  revoke: (token: string, error?: "token_revoked" | "account_inactive") => void;
  /** Asks an app in Socket Mode to connect anew, as Slack does now and then. */
  refreshSockets: () => void;
  faults: Faults;
  /** All Web API calls so far, the oldest first; posts to a response_url as `response_url`. */
  requests: RecordedRequest[];
  /** Calls the listener whenever something visible has changed; gives back how to stop that. */
  onChange: (listener: () => void) => () => void;
  /** Forgets all messages, views and requests; people and channels stay. */
  reset: () => void;
  stop: () => Promise<void>;
};

/**
 * Starts a pretend Slack on free ports of the loopback interface: a Web API that the app calls, and people
 * who act on what it shows by signed requests to `<target>/slack/events`, as Slack sends them.
 *
 * Covers what Enishi uses. Not covered: Enterprise Grid, files, workflows, token rotation.
 */
export async function createSlackFront(options: SlackFrontOptions): Promise<SlackFront> {
  const users = placeUsers(options.users);
  const scopes = options.scopes ?? LEAST_SCOPES;
  const oauth = options.oauth ?? {
    clientId: "enishi-client",
    clientSecret: "enishi-secret",
    redirectUris: [],
  };
  const backing = await startBacking({ users, channels: options.channels, scopes, oauth });
  const record = createRecord();
  const socketMode = createSocketMode();
  const overHttp = createDeliver(options.target, options.signingSecret, options.now ?? Date.now);
  const tickets = new Set<string>();
  const stage: Stage = {
    backing,
    record,
    users,
    scopes,
    tokens: new Map([[options.botToken, "ok"]]),
    appToken: options.appToken,
    responses: createResponseUrls(record),
    faults: createFaults(),
    requests: [],
    suggested: new Map(),
    deliver: (content, headers) => (socketMode.connected() ? socketMode.deliver : overHttp)(content, headers),
    baseUrl: "",
    socketUrl() {
      const ticket = `/link/?ticket=${randomUUID()}`;
      tickets.add(ticket);
      return `${stage.baseUrl.replace("http", "ws")}${ticket}`;
    },
    takeTicket: (path) => tickets.delete(path),
  };
  const server = await startServer(stage, socketMode);
  stage.baseUrl = server.url;
  const state = (userId: string) => stateFor(record, person(stage, userId), backing.channels);

  return {
    apiUrl: `${server.url}/api/`,
    authorizeUrl: `${server.url}/oauth/v2/authorize`,
    users,
    channels: backing.channels,
    state,
    command: (act) => actCommand(stage, act),
    action: (act) => actElement(stage, act),
    suggest: (act) => actSuggest(stage, act),
    shortcut: (act) => actShortcut(stage, act),
    submitView: (act) => submitView(stage, act),
    closeView: (act) => closeView(stage, act),
    event: (event, delivery = {}) => sendEvent(stage, event, delivery),
    openHome: (userId) => {
      const { user, home } = state(userId);
      const event = { type: "app_home_opened", user: user.id, channel: user.dmId, tab: "home" };
      return sendEvent(stage, { ...event, ...(home && { view: home }) }, {});
    },
    revoke: (token, error = "token_revoked") => void stage.tokens.set(token, error),
    refreshSockets: socketMode.disconnect,
    faults: stage.faults,
    requests: stage.requests,
    onChange: record.onChange,
    reset() {
      record.clear();
      stage.requests.length = 0;
      stage.faults.clear();
    },
    async stop() {
      await server.stop();
      await backing.stop();
    },
  };
}

function sendEvent(
  stage: Stage,
  event: Json,
  {
    eventId,
    retryNum,
    retryReason = "http_timeout",
  }: { eventId?: string; retryNum?: number; retryReason?: string },
): Promise<Delivery> {
  const retry: Record<string, string> =
    retryNum === undefined ? {} : { "x-slack-retry-num": `${retryNum}`, "x-slack-retry-reason": retryReason };
  return stage.deliver(eventEnvelope(event, eventId), retry);
}
