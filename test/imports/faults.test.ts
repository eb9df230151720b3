import { afterAll, beforeAll, expect, it } from "vitest";
import { checkFile, commitImport, runImport, runUndo, undoImport } from "../../core/imports/index.ts";
import { type CallContext, createCore, ensureWorkspace } from "../../core/index.ts";
import type { Database, Statements, Transaction } from "../../core/kernel/database.ts";
import { newId } from "../../core/kernel/ids.ts";
import { silentLog } from "../../core/kernel/log.ts";
import { createTestEnishi, type TestEnishi, testSecretKey } from "../support/enishi.ts";
import { aList } from "./lists.ts";

const list = aList([
  "F1,株式会社断線,山田 太郎,03-1111-0001,taro@dansen.co.jp,東京都港区芝1-1-1,佐藤,古い客",
  "F2,株式会社復旧,,03-1111-0002,,大阪府大阪市北区梅田1-1-1,退職者,",
  ",㈱断線,鈴木 一郎,03-1111-0001,,,,",
  ",株式会社復旧 神戸支店,,078-111-0003,,兵庫県神戸市中央区1-1,,",
  ",,,,,,,",
]);

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

/** A database of which one statement or commit fails: the one that `fails` says, counted from 1. */
function failing(database: Database) {
  const asked = { count: 0, fails: 0, failed: 0 };
  const trip = () => {
    asked.count += 1;
    if (asked.count !== asked.fails) return;
    asked.failed += 1;
    throw new Error("the line is cut");
  };
  const tripping = (statements: Statements): Statements["query"] => {
    return async (...statement) => {
      trip();
      return statements.query(...statement);
    };
  };
  const faulty: Database = {
    ...database,
    query: tripping(database),
    transaction: (work) =>
      database.transaction(async (tx) => {
        const result = await work({ ...tx, query: tripping(tx) } satisfies Transaction);
        trip();
        return result;
      }),
  };
  return { faulty, asked };
}

/** What the lists' workspace holds afterwards, told without ids and times. */
async function everything(workspaceId: string) {
  const ask = (sql: string) => enishi.database.query(sql, [workspaceId]);
  return {
    customers: await ask(
      `select c.kind, c.name, p.name as parent, c.note, c.city, s.folded,
              array(select t.normalized from contact_point t
                     where t.workspace_id = $1 and t.customer_id = c.id order by 1) as points,
              array(select k.code from customer_code k where k.workspace_id = $1 and k.customer_id = c.id) as codes,
              array(select m.name || o.role from ownership o join member m on m.id = o.member_id
                     where o.workspace_id = $1 and o.customer_id = c.id and o.until is null order by 1) as owners
         from customer c left join customer p on p.workspace_id = $1 and p.id = c.parent_id
         left join customer_search s on s.workspace_id = $1 and s.customer_id = c.id
        where c.workspace_id = $1 order by c.name, c.kind`,
    ),
    members: await ask("select name, status from member where workspace_id = $1 order by name"),
    rows: await ask("select row, status, reason from import_row where workspace_id = $1 order by row"),
    imports: await ask("select state, counts, applied from import where workspace_id = $1"),
    messages: await ask("select count(*)::int from outbox_message where workspace_id = $1"),
  };
}

it("comes through any one statement that fails, while it comes in and while it is taken back", async () => {
  const { faulty, asked } = failing(enishi.database);
  const { kernel } = createCore({
    database: faulty,
    clock: enishi.clock,
    newId,
    log: silentLog,
    plugins: [],
    settings: {},
    secretKey: testSecretKey,
    publicUrl: "https://enishi.example.jp",
    dataDir: enishi.folder,
    soleServer: true,
    deliversEvents: false,
  });
  const doneAgain = async (work: () => Promise<unknown>) => {
    const { failed } = asked;
    await work().catch((error) => {
      if (asked.failed === failed) throw error;
      return work();
    });
  };
  async function roundTrip(fails: number) {
    const parts = { database: enishi.database, clock: enishi.clock, newId };
    const workspaceId = await ensureWorkspace(parts, { slug: newId(), name: "断線", practice: false });
    const call: CallContext = { ...enishi.operator, workspaceId };
    const { importId } = await checkFile(kernel, list, { fileHash: newId() }, call);
    Object.assign(asked, { count: 0, fails, failed: 0 });
    await doneAgain(() => kernel.perform(commitImport, { importId, driver: "caller" }, call));
    await doneAgain(() => runImport(kernel, importId, call));
    const cameIn = await everything(workspaceId);
    await doneAgain(() => kernel.perform(undoImport, { importId, driver: "caller" }, call));
    await doneAgain(() => runUndo(kernel, importId, call));
    asked.fails = 0;
    await kernel.flush();
    return {
      cameIn,
      takenBack: await everything(workspaceId),
      statements: asked.count,
      failed: asked.failed,
    };
  }

  const whole = await roundTrip(0);
  expect(whole.cameIn.customers).toHaveLength(5);
  expect(whole.takenBack.customers).toEqual([]);

  let felt = 0;
  for (let fails = 1; fails <= whole.statements; fails++) {
    const { cameIn, takenBack, failed } = await roundTrip(fails);
    felt += failed;
    expect({ fails, cameIn, takenBack }).toEqual({
      fails,
      cameIn: whole.cameIn,
      takenBack: whole.takenBack,
    });
  }
  expect(felt).toBe(whole.statements);
}, 240_000);
