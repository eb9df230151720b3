import type { Statements } from "./database.ts";
import type { Role } from "./permissions.ts";
import type { Records } from "./records.ts";
import type { TableRule } from "./tables.ts";

export type Surface = "slack" | "gmail" | "sheets" | "api" | "cli" | "playground" | "system";
export type Locale = "ja" | "en";

/** Who asks: a member; the person at the server's own terminal; or the system finishing what someone began. */
export type ActorRef =
  | { kind: "member"; memberId: string }
  | { kind: "operator" }
  | { kind: "system"; onBehalfOf: string | null };

/** What a surface hands over with every call. */
export interface CallContext {
  workspaceId: string;
  actor: ActorRef;
  surface: Surface;
  locale: Locale;
  requestId: string;
}

/** The actor as found in the database at this moment. */
export interface Actor {
  kind: ActorRef["kind"];
  /** Null for the operator and the system. */
  memberId: string | null;
  name: string;
  role: Role;
}

export interface WorkspaceFacts {
  id: string;
  timeZone: string;
  quiet: boolean;
  practice: boolean;
  closedDays: { from: string; to: string }[];
}

/** What `run` of a query gets. */
export interface QueryContext {
  db: Statements;
  workspaceId: string;
  workspace: WorkspaceFacts;
  actor: Actor;
  surface: Surface;
  locale: Locale;
  requestId: string;
  now: Date;
  /** The store of the plugin whose operation or query this is (by the first word of its name). */
  records: Records;
  /** Names the customers whose personal data the answer shows, for the access log. */
  shows(customerIds: readonly string[]): void;
}

/** One row of the audit trail. `before` null: made; `after` null: removed. */
export interface Change {
  entity: string;
  entityId: string;
  customerId?: string | null;
  before: object | null;
  after: object | null;
}

/** What `run` of an operation gets. All that it collects is written with the change itself, in one statement. */
export interface OperationContext extends QueryContext {
  newId(): string;
  /** What every table of the house is promised, for the few changes that touch them all (merge, split, erasure). */
  tables: readonly TableRule[];
  /** Leaves one row of the audit trail. */
  changed(change: Change): void;
  /** Tells the other nouns and the plugins, after the commit, at least once. */
  emit(event: string, payload: object): void;
  /** Sends a message through the plugin of that channel, after the commit, at least once. */
  send(message: OutgoingMessage): void;
}

export interface OutgoingMessage {
  channel: string;
  /** The same key is sent once. */
  key: string;
  payload: object;
}
