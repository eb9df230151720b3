import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";
import { prismaOf } from "../storage/index.ts";
import { memberMail, nameKey } from "./rules.ts";
import { memberFields, memberId } from "./shapes.ts";

/**
 * Gives a person of the Slack workspace a seat: the one they have, else the one with their address or, when nobody
 * else is called so, their name; else a new one. Whether they may have one is decided before (first-run.ts).
 */
export const seatMember = defineOperation({
  name: "members.seat",
  summary: "Give a full member of the Slack workspace a seat.",
  input: memberFields
    .pick({ name: true, email: true, role: true })
    .extend({ slackUserId: z.string().trim().min(1).max(40) }),
  output: memberId.extend({ seated: z.boolean() }),
  permission: "members.write",
  async run(context, input) {
    const prisma = prismaOf(context.db);
    const { workspaceId } = context;
    const seated = await prisma.member.findFirst({ where: { workspaceId, slackUserId: input.slackUserId } });
    if (seated) return { memberId: seated.id, seated: false };
    const email = memberMail(input.email);
    const known = await findUnseated(context.workspaceId, prisma, email, nameKey(input.name));
    const after = { slackUserId: input.slackUserId, ...(email ? { email } : {}) };
    if (known) {
      await prisma.member.update({
        where: { workspaceId_id: { workspaceId, id: known.id } },
        data: { ...after, status: "active", version: { increment: 1 }, updatedAt: context.now },
      });
      context.changed({
        entity: "member",
        entityId: known.id,
        before: { slackUserId: null, status: known.status, email: known.email },
        after: { ...after, status: "active" },
      });
      return { memberId: known.id, seated: true };
    }
    const data = { ...after, name: input.name, role: input.role ?? "member", status: "active" };
    const id = context.newId();
    await prisma.member.create({
      data: {
        ...data,
        workspaceId,
        id,
        nameKey: nameKey(input.name),
        createdAt: context.now,
        updatedAt: context.now,
      },
    });
    context.changed({ entity: "member", entityId: id, before: null, after: data });
    context.emit("members.added", { memberId: id });
    return { memberId: id, seated: true };
  },
});

/** Somebody who left is never taken for a newcomer of the same name. */
async function findUnseated(
  workspaceId: string,
  prisma: ReturnType<typeof prismaOf>,
  email: string | null,
  key: string,
) {
  const free = { workspaceId, slackUserId: null, status: { not: "former" } };
  const byMail = email ? await prisma.member.findMany({ where: { ...free, email }, take: 2 }) : [];
  if (byMail.length === 1) return byMail[0]!;
  const byName = await prisma.member.findMany({ where: { ...free, nameKey: key }, take: 2 });
  const one = byName.length === 1 ? byName[0]! : null;
  return one && (!one.email || !email || one.email === email) ? one : null;
}
