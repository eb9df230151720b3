import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { findMember } from "./find.ts";
import { mayJoinByMail } from "./first-run.ts";

/**
 * Joins an identity that its provider has just proved with the member who has the same verified address in an allowed
 * domain. Null when there is none (or more than one): then a one-time link is the way.
 */
export const claimIdentity = defineOperation({
  name: "members.claimIdentity",
  summary: "Join a Google identity with the member who has the same verified address in an allowed domain.",
  input: z.object({
    provider: z.string().min(1).max(40),
    subject: z.string().min(1).max(255),
    email: z.string().max(254).nullable(),
    emailVerified: z.boolean(),
    /** The `hd` claim. */
    hostedDomain: z.string().nullish(),
    /** GOOGLE_HOSTED_DOMAINS */
    allowedDomains: z.array(z.string()),
  }),
  output: z.object({ memberId: z.uuid().nullable() }),
  permission: "members.write",
  async run(context, input) {
    const identity = { provider: input.provider, subject: input.subject };
    const linked = await findMember(context.db, context.workspaceId, identity);
    if (linked) return { memberId: linked.status === "active" ? linked.memberId : null };
    if (!input.email || !mayJoinByMail(input, input.allowedDomains)) return { memberId: null };
    const member = await findMember(context.db, context.workspaceId, { email: input.email });
    if (member?.status !== "active") return { memberId: null };
    await joinIdentity(context, member.memberId, input.provider, input.subject);
    return { memberId: member.memberId };
  },
});

/** Writes the join. An identity belongs to one member: error `identity_taken` when it is another's. */
export async function joinIdentity(
  context: OperationContext,
  memberId: string,
  provider: string,
  subject: string,
): Promise<void> {
  const [row] = await context.db.query<{ memberId: string; fresh: boolean }>(
    `insert into member_identity (workspace_id, provider, subject, member_id, created_at)
     values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, provider, subject) do update set subject = excluded.subject
     returning member_id as "memberId", created_at = $5 as fresh`,
    [context.workspaceId, provider, subject, memberId, context.now],
  );
  if (row?.memberId !== memberId) throw new EnishiError("identity_taken");
  context.changed({ entity: "member_identity", entityId: memberId, before: null, after: { provider } });
}
