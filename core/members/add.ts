import { defineOperation } from "../kernel/operation.ts";
import { prismaOf } from "../storage/index.ts";
import { requireFreeSlackUser } from "./free-slack-user.ts";
import { memberColumns, nameKey } from "./rules.ts";
import { memberFields, memberId } from "./shapes.ts";

/** Adds a colleague, with or without a login. Errors: `invalid_mail`, `slack_user_taken`. */
export const addMember = defineOperation({
  name: "members.add",
  summary: "Add a colleague: one who works here, one who left, or one who is only a name in a list.",
  input: memberFields,
  output: memberId,
  permission: "members.write",
  http: { method: "post", path: "/v1/members", status: 201 },
  async run(context, input) {
    const columns = memberColumns(input);
    if (columns.slackUserId) await requireFreeSlackUser(context, columns.slackUserId);
    const member = await prismaOf(context.db).member.create({
      data: {
        ...columns,
        workspaceId: context.workspaceId,
        id: context.newId(),
        name: input.name,
        nameKey: nameKey(input.name),
        createdAt: context.now,
        updatedAt: context.now,
      },
    });
    context.changed({ entity: "member", entityId: member.id, before: null, after: columns });
    context.emit("members.added", { memberId: member.id });
    return { memberId: member.id };
  },
});
