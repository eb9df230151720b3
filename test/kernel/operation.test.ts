import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defineOperation, definePlugin, EnishiError } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

const note = defineOperation({
  name: "probe.note",
  summary: "Writes a note.",
  input: z.object({ text: z.string().min(1), fail: z.boolean().default(false) }),
  output: z.object({ id: z.string() }),
  permission: "probe.write",
  run: async (context, input) => {
    const id = context.newId();
    await context.db.query(
      `insert into plugin_record (workspace_id, plugin, key, value, updated_at) values ($1, 'probe', $2, $3, $4)`,
      [context.workspaceId, id, JSON.stringify({ text: input.text }), context.now],
    );
    context.changed({ entity: "note", entityId: id, before: null, after: { text: input.text } });
    context.emit("probe.noted", { id });
    if (input.fail) throw new EnishiError("stale_copy");
    return { id };
  },
});

const claim = defineOperation({
  name: "probe.claim",
  summary: "Takes a name that can be taken once.",
  input: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
  permission: "probe.write",
  run: async (context, { name }) => {
    const id = context.newId();
    const [taken] = await context.db.query(
      `insert into plugin_record (workspace_id, plugin, key, value, updated_at) values ($1, 'probe-claims', $2, $3, $4)
       on conflict do nothing returning key`,
      [context.workspaceId, name, JSON.stringify({ id }), context.now],
    );
    if (!taken) throw new EnishiError("stale_copy");
    return { id };
  },
});

const heard: string[] = [];
let deaf = false;
const probe = definePlugin({
  name: "probe",
  permissions: { "probe.write": ["admin", "member"] },
  operations: [note, claim],
  on: {
    "probe.noted": async (event) => {
      if (deaf) throw new Error("not now");
      heard.push(String(event.payload.id));
    },
  },
});

let enishi: TestEnishi;
let writer: string;
let viewer: string;
beforeAll(async () => {
  enishi = await createTestEnishi({ plugins: [probe] });
  writer = await enishi.member("佐藤");
  viewer = await enishi.member("見学", "viewer");
});
afterAll(() => enishi.close());

const notes = () =>
  enishi.database.query<{ key: string }>("select key from plugin_record where plugin = 'probe'");
const audits = (outcome: string) =>
  enishi.database.query<{ actor_name: string; surface: string; after: unknown }>(
    "select actor_name, surface, after from audit_entry where operation = 'probe.note' and outcome = $1 order by id",
    [outcome],
  );

describe("an operation", () => {
  test("leaves who, where and what in the audit trail of the same transaction", async () => {
    await enishi.perform(note, { text: "はじめ" }, enishi.as(writer, { surface: "slack" }));

    expect(await audits("done")).toEqual([
      { actor_name: "佐藤", surface: "slack", after: { text: "はじめ" } },
    ]);
  });

  test("leaves nothing when it fails half-way", async () => {
    const before = (await notes()).length;

    await expect(enishi.perform(note, { text: "x", fail: true }, enishi.as(writer))).rejects.toMatchObject({
      code: "stale_copy",
    });

    expect(await notes()).toHaveLength(before);
    expect(await audits("done")).toHaveLength(1);
  });

  test("refuses a role that lacks the permission, and the refusal stands in the audit trail", async () => {
    await expect(enishi.perform(note, { text: "x" }, enishi.as(viewer))).rejects.toMatchObject({
      code: "forbidden",
    });

    expect(await audits("refused")).toMatchObject([{ actor_name: "見学" }]);
  });

  test("refuses an input that its schema does not allow and names the field", async () => {
    await expect(enishi.perform(note, { text: "" }, enishi.as(writer))).rejects.toMatchObject({
      code: "invalid_input",
      field: "text",
    });
  });

  test("gives the first result again when the same key comes again, also in parallel", async () => {
    const before = (await notes()).length;
    const again = () =>
      enishi.perform(note, { text: "一度だけ" }, enishi.as(writer), { idempotencyKey: "delivery-1" });

    const results = await Promise.all([again(), again(), again(), again()]);

    expect(new Set(results.map((result) => result.id)).size).toBe(1);
    expect(await notes()).toHaveLength(before + 1);
  });

  test("gives the first result again also where it could not be carried out a second time", async () => {
    const claimed = (key: string) =>
      enishi.perform(claim, { name: "札幌" }, enishi.as(writer), { idempotencyKey: key });

    const first = await claimed("delivery-2");

    expect(await claimed("delivery-2")).toEqual(first);
    await expect(claimed("delivery-3")).rejects.toMatchObject({ code: "stale_copy" });
  });

  test("refuses the same key with another body", async () => {
    await expect(
      enishi.perform(note, { text: "別の話" }, enishi.as(writer), { idempotencyKey: "delivery-1" }),
    ).rejects.toMatchObject({ code: "idempotency_key_reused" });
  });

  test("refuses somebody who has left", async () => {
    const gone = await enishi.member("退職", "member", { status: "former" });

    await expect(enishi.perform(note, { text: "x" }, enishi.as(gone))).rejects.toMatchObject({
      code: "not_a_member",
    });
  });
});

describe("a domain event", () => {
  test("reaches its handler again after the handler failed", async () => {
    deaf = true;
    const { id } = await enishi.perform(note, { text: "聞こえない" }, enishi.as(writer));
    await enishi.settle();
    expect(heard).not.toContain(id);

    deaf = false;
    await enishi.settle();

    expect(heard).toContain(id);
  });
});
