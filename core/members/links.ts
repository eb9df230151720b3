import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { newSecret, sha256 } from "../kernel/ids.ts";
import { defineOperation } from "../kernel/operation.ts";
import { prismaOf } from "../storage/index.ts";
import { joinIdentity } from "./identities.ts";
import { memberId } from "./shapes.ts";

const LINK_MINUTES = 15;

/**
 * Makes a code that joins an outside identity with a member: once, within 15 minutes. For oneself; an administrator for
 * anybody. Errors: `member_not_found`, `forbidden`.
 */
export const createLink = defineOperation({
  name: "links.create",
  summary: "Make a one-time code with which a person joins their Google identity with a member.",
  input: memberId,
  output: z.object({ code: z.string(), expiresAt: z.string() }),
  permission: "members.read",
  async run(context, input) {
    const { actor } = context;
    if (actor.role !== "admin" && actor.memberId !== input.memberId) {
      throw new EnishiError("forbidden", { permission: "members.write", role: actor.role });
    }
    const prisma = prismaOf(context.db);
    const member = await prisma.member.findFirst({
      where: { workspaceId: context.workspaceId, id: input.memberId, status: "active" },
    });
    if (!member) throw new EnishiError("member_not_found", {}, { field: "memberId" });
    const code = newSecret();
    const expiresAt = new Date(context.now.getTime() + LINK_MINUTES * 60_000);
    await prisma.linkCode.create({
      data: { codeHash: sha256(code), workspaceId: context.workspaceId, memberId: member.id, expiresAt },
    });
    const after = { expiresAt: expiresAt.toISOString() };
    context.changed({ entity: "link", entityId: member.id, before: null, after });
    return { code, expiresAt: expiresAt.toISOString() };
  },
});

/** Spends a code: the identity, proved by its provider, is the member's from now on. Errors: `link_invalid`, `link_used`, `link_expired`. */
export const useLink = defineOperation({
  name: "links.use",
  summary: "Join an outside identity with the member who made the one-time code.",
  input: z.object({
    code: z.string().min(1).max(200),
    provider: z.string().min(1).max(40),
    subject: z.string().min(1).max(255),
  }),
  output: memberId,
  permission: "members.write",
  async run(context, input) {
    const codeHash = sha256(input.code);
    // Of two people who press at once, one updates the row; the other finds it used.
    const [link] = await context.db.query<{ memberId: string }>(
      `update link_code set used_at = $3
        where code_hash = $1 and workspace_id = $2 and used_at is null and expires_at > $3
        returning member_id as "memberId"`,
      [codeHash, context.workspaceId, context.now],
    );
    if (!link) throw new EnishiError(await whyNot(context, codeHash), {}, { field: "code" });
    await joinIdentity(context, link.memberId, input.provider, input.subject);
    return { memberId: link.memberId };
  },
});

async function whyNot(context: Parameters<(typeof useLink)["run"]>[0], codeHash: string): Promise<string> {
  const link = await prismaOf(context.db).linkCode.findFirst({
    where: { workspaceId: context.workspaceId, codeHash },
  });
  if (!link) return "link_invalid";
  return link.usedAt ? "link_used" : "link_expired";
}
