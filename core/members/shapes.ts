import { z } from "zod";
import { roles } from "../kernel/permissions.ts";

export const memberStatuses = ["active", "former", "name_only"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

const name = z.string().trim().min(1).max(100);

/** What can be said about a member. */
export const memberFields = z.object({
  name,
  nameKana: z.string().trim().max(100).nullish(),
  nicknames: z.array(name).max(20).optional(),
  email: z.string().trim().max(254).nullish(),
  role: z.enum(roles).optional(),
  /** active: works here · former: left · name_only: known from a list. */
  status: z.enum(memberStatuses).optional(),
  slackUserId: z.string().trim().min(1).max(40).nullish(),
});
export type MemberFields = z.output<typeof memberFields>;

export const memberId = z.object({ memberId: z.uuid() });
