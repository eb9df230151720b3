import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { newSecret, sha256 } from "../kernel/ids.ts";
import { defineOperation } from "../kernel/operation.ts";
import { prismaOf } from "../storage/index.ts";
import { findMember } from "./find.ts";

/**
 * Makes an API token that acts as a member. It is shown once: only its hash is kept.
 * Errors: `member_not_found`, `member_not_active`.
 */
export const createToken = defineOperation({
  name: "tokens.create",
  summary: "Make an API token that acts as a member.",
  input: z
    .object({
      memberId: z.uuid().optional(),
      email: z.string().max(254).optional(),
      label: z.string().trim().max(100).default(""),
    })
    .refine((input) => input.memberId !== undefined || input.email !== undefined, {
      message: "memberId or email",
      path: ["email"],
    }),
  output: z.object({ token: z.string() }),
  permission: "tokens.write",
  async run(context, input) {
    const member = input.memberId
      ? await prismaOf(context.db).member.findFirst({
          where: { workspaceId: context.workspaceId, id: input.memberId },
          select: { id: true, status: true, name: true },
        })
      : await byMail(context.db, context.workspaceId, input.email ?? "");
    const field = input.memberId ? "memberId" : "email";
    if (!member) throw new EnishiError("member_not_found", {}, { field });
    if (member.status !== "active")
      throw new EnishiError("member_not_active", { name: member.name }, { field });
    const token = `enishi_${newSecret()}`;
    const tokenHash = sha256(token);
    await prismaOf(context.db).apiToken.create({
      data: {
        tokenHash,
        workspaceId: context.workspaceId,
        memberId: member.id,
        label: input.label,
        createdAt: context.now,
      },
    });
    context.changed({
      entity: "api_token",
      // Enough to tell tokens apart, nothing that could be used.
      entityId: tokenHash.slice(0, 12),
      before: null,
      after: { memberId: member.id, label: input.label },
    });
    return { token };
  },
});

async function byMail(db: Parameters<typeof findMember>[0], workspaceId: string, email: string) {
  const found = await findMember(db, workspaceId, { email });
  return found && { id: found.memberId, status: found.status, name: found.name };
}
