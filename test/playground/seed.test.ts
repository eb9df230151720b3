import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { definePlugin, ensureWorkspace, listMembers, newId, searchCustomers } from "../../core/index.ts";
import { people } from "../../playground/people.ts";
import { resetPractice } from "../../playground/reset.ts";
import { seedCustomers } from "../../playground/seed/customers.ts";
import { seed } from "../../playground/seed/index.ts";
import { strings } from "../../playground/strings/index.ts";
import { ownCall } from "../../playground/workspace.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

const plugin = definePlugin({ name: "playground", operations: [resetPractice], strings });

describe("the practice company", () => {
  let enishi: TestEnishi;
  let practiceId: string;
  const host = () => enishi.core.host("playground");
  const count = async (table: string, workspaceId = practiceId) => {
    const [row] = await enishi.database.query<{ rows: number }>(
      `select count(*)::int as rows from ${table} where workspace_id = $1`,
      [workspaceId],
    );
    return row!.rows;
  };

  beforeAll(async () => {
    enishi = await createTestEnishi({ plugins: [plugin] });
    practiceId = await ensureWorkspace(
      { database: enishi.database, clock: enishi.clock, newId },
      { slug: "practice", name: "練習用", practice: true },
    );
  });
  afterAll(() => enishi.close());

  it("goes on where it was cut off, and does nothing twice", async () => {
    const perform = host().perform;
    let left = 20;
    const dying = {
      ...host(),
      perform: ((...args: Parameters<typeof perform>) => {
        if (left-- === 0) throw new Error("killed");
        return perform(...args);
      }) as typeof perform,
    };
    const ids = new Map(people.map(({ handle }) => [handle, `U0${handle}`]));

    await expect(seed(dying, practiceId, ids)).rejects.toThrow("killed");
    enishi.setNow("2026-11-24T01:00:00Z");
    await seed(host(), practiceId, ids);
    const made = await count("customer");
    await seed(host(), practiceId, ids);

    expect(made).toBe(seedCustomers.length);
    expect(await count("customer")).toBe(made);
    expect(await count("member")).toBe(people.filter(({ role }) => role !== null).length + 1);
  });

  it("has a colleague who left and whose customers still wait for somebody", async () => {
    const call = ownCall(host(), practiceId);

    const { items: former } = await host().ask(listMembers, { status: "former" }, call);
    const { items: theirs } = await host().ask(searchCustomers, { q: "渡邉製作所" }, call);

    expect(former.map(({ name }) => name)).toEqual(["田中 茂"]);
    expect(theirs[0]?.ownerNames).toEqual(["田中 茂"]);
  });

  it("is emptied as a whole, and nothing of another workspace with it", async () => {
    const realMember = await enishi.member("本物の人");

    await host().perform(resetPractice, {}, ownCall(host(), practiceId));

    expect(await count("customer")).toBe(0);
    expect(await count("history_entry")).toBe(0);
    expect(await count("member")).toBe(0);
    expect(await count("member", enishi.workspaceId)).toBe(1);
    expect(realMember).toBeTruthy();
  });

  it("can be filled anew afterwards", async () => {
    await seed(host(), practiceId, new Map());

    expect(await count("customer")).toBe(seedCustomers.length);
  });

  it("is the only one that can be emptied", async () => {
    const call = ownCall(host(), enishi.workspaceId);

    await expect(host().perform(resetPractice, {}, call)).rejects.toMatchObject({ code: "not_practice" });
  });

  it("is left alone when somebody else has put people into it", async () => {
    const ownId = await ensureWorkspace(
      { database: enishi.database, clock: enishi.clock, newId },
      { slug: "own", name: "自分で入れた", practice: true },
    );
    await enishi.database.query(
      `insert into member (workspace_id, id, name, name_key, role, status, created_at, updated_at)
       values ($1, $2, '誰か', '誰か', 'member', 'active', now(), now())`,
      [ownId, newId()],
    );

    await seed(host(), ownId, new Map());

    expect(await count("customer", ownId)).toBe(0);
  });
});
