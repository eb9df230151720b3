import { APP, stableId, TEAM } from "./ids.ts";

/** A person of the pretend workspace as the caller describes them. */
export type UserSeed = {
  /** Stable and made from `name` when absent. */
  id?: string;
  /** The handle, unique in the workspace. */
  name: string;
  realName: string;
  email: string;
  isAdmin?: boolean;
  isOwner?: boolean;
  isBot?: boolean;
  deleted?: boolean;
  /** A guest. */
  isRestricted?: boolean;
  /** The language that they chose in Slack; Japanese when absent. */
  locale?: string;
};

export type FrontUser = UserSeed & {
  id: string;
  /** The conversation between this person and the app. */
  dmId: string;
};

/** Gives every person an id; ids of direct messages follow when the emulator has opened them. */
export function placeUsers(seeds: readonly UserSeed[]): FrontUser[] {
  return seeds.map((seed) => ({ ...seed, id: seed.id ?? stableId("U", seed.name), dmId: "" }));
}

/** A person as `users.info` tells, with the parts that the emulator leaves out. */
export function formatUser(user: FrontUser, { withEmail }: { withEmail: boolean }): Record<string, unknown> {
  return {
    id: user.id,
    team_id: TEAM.id,
    name: user.name,
    deleted: user.deleted ?? false,
    real_name: user.realName,
    tz: "Asia/Tokyo",
    tz_label: "Japan Standard Time",
    tz_offset: 32_400,
    is_admin: Boolean(user.isAdmin || user.isOwner),
    is_owner: user.isOwner ?? false,
    is_primary_owner: user.isOwner ?? false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: false,
    is_bot: user.isBot ?? false,
    is_app_user: false,
    locale: user.locale ?? "ja-JP",
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: TEAM.id,
      ...(withEmail && { email: user.email }),
      ...(user.isBot && { bot_id: stableId("B", user.name), api_app_id: stableId("A", user.name) }),
    },
  };
}

/** The app's own account, which Slack lists beside the people. */
export const botUser: FrontUser = {
  id: APP.botUserId,
  dmId: "",
  name: APP.botName,
  realName: "Enishi",
  email: "",
  isBot: true,
};
