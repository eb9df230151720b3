import type { Statements } from "./database.ts";

/** A small store of one plugin's own, in one workspace. Inside an operation it is part of its transaction. */
export interface Records {
  get(key: string): Promise<unknown>;
  put(key: string, value: object, customerId?: string | null): Promise<void>;
  remove(key: string): Promise<void>;
  ofCustomer(customerId: string): Promise<{ key: string; value: unknown }[]>;
}

/** The records of the plugin of that name. */
export function recordsOf(db: Statements, now: () => Date, workspaceId: string, plugin: string): Records {
  return {
    get: async (key) => {
      const [row] = await db.query<{ value: unknown }>(
        "select value from plugin_record where workspace_id = $1 and plugin = $2 and key = $3",
        [workspaceId, plugin, key],
      );
      return row?.value ?? null;
    },
    put: async (key, value, customerId = null) => {
      await db.query(
        `insert into plugin_record (workspace_id, plugin, key, customer_id, value, updated_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, plugin, key)
         do update set value = excluded.value, customer_id = excluded.customer_id, updated_at = excluded.updated_at`,
        [workspaceId, plugin, key, customerId, JSON.stringify(value), now()],
      );
    },
    remove: async (key) => {
      await db.query("delete from plugin_record where workspace_id = $1 and plugin = $2 and key = $3", [
        workspaceId,
        plugin,
        key,
      ]);
    },
    ofCustomer: (customerId) =>
      db.query<{ key: string; value: unknown }>(
        `select key, value from plugin_record
          where workspace_id = $1 and plugin = $2 and customer_id = $3 order by key`,
        [workspaceId, plugin, customerId],
      ),
  };
}
