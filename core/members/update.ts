import { z } from "zod";
import { localDay } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { prismaOf } from "../storage/index.ts";
import { requireFreeSlackUser } from "./free-slack-user.ts";
import { memberColumns } from "./rules.ts";
import { memberFields, memberId } from "./shapes.ts";

/**
 * Changes a colleague; what is left out stays. Becoming `former` notes the day.
 * Errors: `member_not_found`, `stale_copy`, `last_admin`, `invalid_mail`, `slack_user_taken`.
 */
export const updateMember = defineOperation({
  name: "members.update",
  summary: "Change a colleague's name, address, role or status.",
  input: memberFields.partial().extend({ memberId: z.uuid(), version: z.int().optional() }),
  output: memberId,
  permission: "members.write",
  http: { method: "patch", path: "/v1/members/{memberId}" },
  async run(context, input) {
    const prisma = prismaOf(context.db);
    const where = { workspaceId_id: { workspaceId: context.workspaceId, id: input.memberId } };
    const member = await prisma.member.findUnique({ where });
    if (!member) throw new EnishiError("member_not_found", {}, { field: "memberId" });
    if (input.version !== undefined && input.version !== member.version) throw new EnishiError("stale_copy");
    const columns = memberColumns(input);
    if (columns.slackUserId) await requireFreeSlackUser(context, columns.slackUserId, member.id);
    const staysAdmin =
      (columns.role ?? member.role) === "admin" && (columns.status ?? member.status) === "active";
    if (member.role === "admin" && member.status === "active" && !staysAdmin) {
      const admins = await prisma.member.count({
        where: { workspaceId: context.workspaceId, role: "admin", status: "active" },
      });
      if (admins === 1) throw new EnishiError("last_admin", { name: member.name });
    }
    const leaves = columns.status === "former" && member.status !== "former";
    await prisma.member.update({
      where,
      data: {
        ...columns,
        ...(leaves ? { leftOn: new Date(localDay(context.now, context.workspace.timeZone)) } : {}),
        ...(columns.status === "active" ? { leftOn: null } : {}),
        version: { increment: 1 },
        updatedAt: context.now,
      },
    });
    const before = Object.fromEntries(
      Object.keys(columns).map((key) => [key, member[key as keyof typeof member]]),
    );
    context.changed({ entity: "member", entityId: member.id, before, after: columns });
    context.emit("members.updated", { memberId: member.id });
    if (leaves) context.emit("members.left", { memberId: member.id });
    return { memberId: member.id };
  },
});
