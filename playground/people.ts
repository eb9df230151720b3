import type { Role } from "../core/index.ts";
import type { UserSeed } from "./slack-front/index.ts";

/** The mail domain of the pretend company. */
export const COMPANY_DOMAIN = "renshu.example.jp";

/** Somebody of the pretend company, who can be played. */
export interface Person {
  /** Also the Slack handle and the part of the address before the @. */
  handle: string;
  name: string;
  nameKana: string;
  nicknames: readonly string[];
  /** Null: in the Slack workspace, but no member of Enishi yet. */
  role: Role | null;
  email: string;
}

/** Who can be played, the first one being the reader themself. */
export const people: readonly Person[] = [
  person("sato", "佐藤 大輔", "サトウ ダイスケ", "member", ["佐藤"]),
  person("suzuki-ken", "鈴木 健", "スズキ ケン", "member", ["鈴木健", "健さん"]),
  person("suzuki-makoto", "鈴木 真", "スズキ マコト", "member", ["鈴木真", "真さん"]),
  person("tanaka", "田中 美咲", "タナカ ミサキ", "member", ["田中"]),
  person("ito", "伊藤 由美", "イトウ ユミ", "member", ["伊藤"]),
  person("mori", "森 達也", "モリ タツヤ", "manager", ["森", "森部長"]),
  person("nishi", "西 和子", "ニシ カズコ", "viewer", ["西"]),
  person("nakamura", "中村 蓮", "ナカムラ レン", null, []),
];

/** A colleague who has left, and whose customers nobody has taken over. */
export const formerColleague = {
  name: "田中 茂",
  nameKana: "タナカ シゲル",
  nicknames: ["田中"],
  email: `shigeru.tanaka@${COMPANY_DOMAIN}`,
} as const;

/** They as the pretend Slack lists them. */
export const slackUsers: readonly UserSeed[] = people.map((each) => ({
  name: each.handle,
  realName: each.name,
  email: each.email,
  isAdmin: each.role === "admin",
}));

/** The person with this handle; null when there is none. */
export function findPerson(handle: string | undefined): Person | null {
  return people.find((each) => each.handle === handle) ?? null;
}

function person(
  handle: string,
  name: string,
  nameKana: string,
  role: Role | null,
  nicknames: readonly string[],
): Person {
  return { handle, name, nameKana, nicknames, role, email: `${handle}@${COMPANY_DOMAIN}` };
}
