import type { webApi } from "@slack/bolt";
import {
  type CallContext,
  decideSeat,
  type Locale,
  listMembers,
  type PluginHost,
  type parseMembersRule,
  type Role,
  seatMember,
  type WorkspaceSummary,
} from "../core/index.ts";
import { teamWorkspace } from "./install/team-workspace.ts";
import { localeOf } from "./text.ts";

type WebClient = webApi.WebClient;
type SlackPerson = Parameters<typeof decideSeat>[1];
export type MembersRule = NonNullable<ReturnType<typeof parseMembersRule>>;
type SlackUser = NonNullable<webApi.UsersInfoResponse["user"]>;

/** A person of the Slack workspace, as Slack tells. */
export interface SlackProfile extends SlackPerson {
  slackUserId: string;
  name: string;
  email: string | null;
  locale: string | null;
}

export interface SeatedMember {
  memberId: string;
  name: string;
  role: Role;
  status: string;
  slackUserId: string | null;
}

/** Whether they may do more than read: who may not is told so before they begin. */
export function mayWrite({ role }: SeatedMember): boolean {
  return role !== "viewer";
}

/** Who somebody is to us: a member, or why not. */
export type Known =
  | { kind: "member"; member: SeatedMember; locale: string | null }
  | { kind: "unlinked" | "outsider" | "former"; locale: string | null };

const FRESH_MS = 10 * 60_000;
const MEMBERS_FRESH_MS = 15_000;

/** Finds out who acts, and gives those a seat who may have one. Remembers for a while what Slack and the database said. */
export class People {
  readonly #host: PluginHost;
  readonly #rule: MembersRule;
  readonly #isOurs: (teamId: string) => Promise<boolean>;
  readonly #profiles = new Map<string, { at: number; profile: SlackProfile }>();
  readonly #members = new Map<string, { at: number; members: SeatedMember[] }>();

  /** `isOurs`: whether the app is installed in a team. */
  constructor(host: PluginHost, rule: MembersRule, isOurs: (teamId: string) => Promise<boolean>) {
    this.#host = host;
    this.#rule = rule;
    this.#isOurs = isOurs;
  }

  /** The workspace that a Slack team belongs to; null when it is none of ours. */
  async workspaceOf(teamId: string): Promise<WorkspaceSummary | null> {
    return teamWorkspace(this.#host, teamId, () => this.#isOurs(teamId));
  }

  /**
   * Who a Slack user is. `channelId` is where they act: with ENISHI_MEMBERS=channel:<id> whoever can act there is in
   * it. A person Slack cannot tell about now is taken for who they were.
   */
  async know(
    client: WebClient,
    workspace: WorkspaceSummary,
    person: { teamId: string; slackUserId: string; channelId: string | null },
  ): Promise<Known> {
    const member = await this.member(workspace.id, { slackUserId: person.slackUserId });
    const profile = await this.profile(client, person.slackUserId).catch((error: unknown) => {
      if (member) return null;
      throw error;
    });
    const locale = profile?.locale ?? null;
    if (!profile) return member ? this.#asKnown(member, locale) : { kind: "unlinked", locale };
    const seat = decideSeat(this.#rule, profile, {
      teamId: person.teamId,
      named: false,
      inChannel: this.#rule.kind === "channel" && person.channelId === this.#rule.channelId,
    });
    if (!seat.seat && seat.reason !== "not_invited" && seat.reason !== "not_in_channel") {
      return { kind: "outsider", locale };
    }
    if (member) return this.#asKnown(member, locale);
    if (!seat.seat) return { kind: "unlinked", locale };
    return this.#asKnown(await this.#seat(workspace, profile, seat.role), locale);
  }

  /**
   * Gives a person who was named (in a handover) a seat; null when they may not have one: guests, outsiders, bots,
   * people who left.
   */
  async seatNamed(
    client: WebClient,
    workspace: WorkspaceSummary,
    person: { teamId: string; slackUserId: string },
  ): Promise<SeatedMember | null> {
    const profile = await this.profile(client, person.slackUserId);
    const seat = decideSeat(this.#rule, profile, { teamId: person.teamId, named: true, inChannel: false });
    if (!seat.seat) return null;
    const member = await this.member(workspace.id, { slackUserId: person.slackUserId });
    if (member) return member.status === "active" ? member : null;
    return this.#seat(workspace, profile, "member");
  }

  /** A colleague by one of their ids; null when unknown. */
  async member(
    workspaceId: string,
    key: { slackUserId: string } | { memberId: string },
  ): Promise<SeatedMember | null> {
    const matches = (member: SeatedMember) =>
      "slackUserId" in key ? member.slackUserId === key.slackUserId : member.memberId === key.memberId;
    const known = this.#members.get(workspaceId);
    if (known && Date.now() - known.at < MEMBERS_FRESH_MS) {
      const found = known.members.find(matches);
      if (found) return found;
    }
    const { items } = await this.#host.ask(listMembers, {}, this.#system(workspaceId));
    this.#members.set(workspaceId, { at: Date.now(), members: items });
    return items.find(matches) ?? null;
  }

  /** The language of somebody who acted lately; Japanese for others. Asks nobody. */
  localeOf(slackUserId: string): Locale {
    return localeOf(this.#profiles.get(slackUserId)?.profile.locale ?? null, "ja");
  }

  /** What Slack says of a person. Errors: those of `users.info`. */
  async profile(client: WebClient, slackUserId: string): Promise<SlackProfile> {
    const known = this.#profiles.get(slackUserId);
    if (known && Date.now() - known.at < FRESH_MS) return known.profile;
    const { user } = await client.users.info({ user: slackUserId, include_locale: true });
    const profile = profileOf(slackUserId, user ?? {});
    this.#profiles.set(slackUserId, { at: Date.now(), profile });
    return profile;
  }

  async #seat(workspace: WorkspaceSummary, profile: SlackProfile, role: Role): Promise<SeatedMember> {
    const { memberId } = await this.#host.perform(
      seatMember,
      { slackUserId: profile.slackUserId, name: profile.name.slice(0, 100), email: profile.email, role },
      this.#system(workspace.id),
    );
    this.#members.delete(workspace.id);
    const member = await this.member(workspace.id, { memberId });
    return (
      member ?? { memberId, name: profile.name, role, status: "active", slackUserId: profile.slackUserId }
    );
  }

  #asKnown(member: SeatedMember, locale: string | null): Known {
    return member.status === "active" ? { kind: "member", member, locale } : { kind: "former", locale };
  }

  #system(workspaceId: string): CallContext {
    const locale: Locale = "ja";
    return {
      workspaceId,
      actor: { kind: "system", onBehalfOf: null },
      surface: "slack",
      locale,
      requestId: this.#host.newId(),
    };
  }
}

function profileOf(slackUserId: string, user: SlackUser): SlackProfile {
  return {
    slackUserId,
    teamId: user.team_id ?? "",
    name: user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || slackUserId,
    email: user.profile?.email ?? null,
    locale: user.locale ?? null,
    isBot: Boolean(user.is_bot) || slackUserId === "USLACKBOT",
    isDeleted: Boolean(user.deleted),
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted),
    isStranger: Boolean(user.is_stranger),
    isOwner: Boolean(user.is_owner || user.is_primary_owner),
    isAdmin: Boolean(user.is_admin),
  };
}
