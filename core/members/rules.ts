import { foldText, parseEmail } from "../japanese/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { MemberFields } from "./shapes.ts";

/** The key under which a name in a 担当 column meets a member: equal for 髙橋 一郎 and 高橋一郎. */
export function nameKey(name: string): string {
  return foldText(name) || name.trim().toLowerCase();
}

/** An address as it is kept and compared. Error: `invalid_mail`. */
export function memberMail(typed: string | null | undefined): string | null {
  if (typed === null || typed === undefined || typed === "") return null;
  const mail = parseEmail(typed);
  if (!mail) throw new EnishiError("invalid_mail", { value: typed }, { field: "email" });
  return mail;
}

/** The columns of the fields that were given; what is left out stays as it is. */
export function memberColumns(fields: Partial<MemberFields>) {
  return {
    ...(fields.name === undefined ? {} : { name: fields.name, nameKey: nameKey(fields.name) }),
    ...(fields.nameKana === undefined ? {} : { nameKana: fields.nameKana || null }),
    ...(fields.nicknames === undefined ? {} : { nicknames: [...new Set(fields.nicknames)] }),
    ...(fields.email === undefined ? {} : { email: memberMail(fields.email) }),
    ...(fields.role === undefined ? {} : { role: fields.role }),
    ...(fields.status === undefined ? {} : { status: fields.status }),
    ...(fields.slackUserId === undefined ? {} : { slackUserId: fields.slackUserId || null }),
  };
}
