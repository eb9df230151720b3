import type { webApi } from "@slack/bolt";
import type { View } from "@slack/types";
import type { CallContext, PluginHost, WorkspaceSummary } from "../core/index.ts";
import type { Message } from "./blocks/index.ts";
import type { SlackBody } from "./delivery.ts";
import type { People, SeatedMember } from "./people.ts";
import type { Speech } from "./text.ts";

/** What the listeners of all nouns share. */
export interface SlackParts {
  host: PluginHost;
  people: People;
  /** Where to answer somebody who submits a modal, by the modal's id. */
  places: Map<string, { responseUrl: string; givenAt: number }>;
  /** Modals that were opened before their contents were known, by delivery. */
  opened: Map<string, OpenedView>;
}

export interface OpenedView {
  id: string;
  hash: string;
}

/** A member who does something in Slack, and everything a listener needs to do it for them. */
export interface Acting {
  parts: SlackParts;
  host: PluginHost;
  workspace: WorkspaceSummary;
  /** In the member's own name. */
  call: CallContext;
  member: SeatedMember;
  slackUserId: string;
  teamId: string;
  client: webApi.WebClient;
  body: SlackBody;
  speech: Speech;
  /** When they did it: hours ago, if the delivery had to wait for the database or for the server. */
  sentAt: Date;
  /** Makes whatever is done with it happen once for this delivery; `part` tells several deeds of one delivery apart. */
  once(part?: string): { idempotencyKey: string };
  /** Answers the person alone; "replace" takes the place of the message they acted on. */
  reply(message: Message, how?: "new" | "replace"): Promise<void>;
  /** Shows a modal: in the one that was opened at once, else a new one. False: their press was too long ago. */
  show(view: View): Promise<boolean>;
}
