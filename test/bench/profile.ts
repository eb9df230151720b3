import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { historyPerCustomer, nthCustomer } from "./fill.ts";
import type { BenchHouse } from "./house.ts";
import { compare } from "./measure.ts";
import type { Result } from "./result.ts";

/**
 * The profile by mail address, over HTTP with sign-in, against Hono and one hand-written statement on the same pool.
 * Both answer over a real socket to a client that keeps its connection.
 */
export async function benchProfile(house: BenchHouse, customers: number): Promise<Result> {
  const ours = await listen(house.app.fetch);
  const floor = await listen(floorApp(house).fetch);
  const mail = (n: number) => nthCustomer((n * 7_919) % customers).mail;
  const headers = { Authorization: `Bearer ${house.token}` };
  const comparison = await compare(
    {
      ours: (n) => read(`${ours.url}/v1/profile?email=${mail(n)}`, headers),
      floor: (n) => read(`${floor.url}/profile?email=${mail(n)}`),
    },
    { calls: 200 },
  );
  await ours.stop();
  await floor.stop();
  return {
    what: "profile by mail, over HTTP with sign-in",
    engine: house.engine,
    customers,
    value: comparison.ratioP50,
    unit: "×",
    limit: { most: 2 },
    detail: {
      "p95 ×": comparison.ratioP95,
      p50: comparison.ours.p50,
      p95: comparison.ours.p95,
      p99: comparison.ours.p99,
      "floor p50": comparison.floor.p50,
      "floor p95": comparison.floor.p95,
    },
  };
}

function floorApp(house: BenchHouse): Hono {
  const app = new Hono();
  app.get("/profile", async (c) => {
    const [row] = await house.database.query<{ profile: object }>(
      `select jsonb_build_object(
         'customer', to_jsonb(k),
         'owners', (select jsonb_agg(jsonb_build_object('name', m.name, 'role', o.role)) from ownership o
                      join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
                     where o.workspace_id = k.workspace_id and o.customer_id = k.id and o.until is null),
         'nextActions', (select jsonb_agg(to_jsonb(a) order by a.due_on) from next_action a
                     where a.workspace_id = k.workspace_id and a.customer_id = k.id and a.state = 'open'),
         'history', (select jsonb_agg(to_jsonb(h)) from (
                      select e.*, m.name as author_name from history_entry e
                        left join member m on m.workspace_id = e.workspace_id and m.id = e.author_id
                       where e.workspace_id = k.workspace_id and e.customer_id = k.id
                       order by e.occurred_at desc, e.id desc limit ${historyPerCustomer}) h)) as profile
         from contact_point p join customer k on k.workspace_id = p.workspace_id and k.id = p.customer_id
        where p.workspace_id = $1 and p.kind = 'mail' and p.normalized = $2 limit 1`,
      [house.workspaceId, c.req.query("email")],
    );
    return c.json(row?.profile ?? {});
  });
  return app;
}

export async function listen(fetch: Parameters<typeof serve>[0]["fetch"]) {
  return new Promise<{ url: string; stop: () => Promise<void> }>((resolve) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            (server as unknown as { closeAllConnections(): void }).closeAllConnections();
          }),
      }),
    );
  });
}

export async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}
