import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kernel/database.ts";
import type { PluginStore } from "../kernel/plugin-host.ts";

/** The records of one plugin. */
export function pluginStore(db: Database, clock: Clock, plugin: string): PluginStore {
  return {
    get: async (workspaceId, key) => {
      const [row] = await db.query<{ value: unknown }>(
        "select value from plugin_record where workspace_id = $1 and plugin = $2 and key = $3",
        [workspaceId, plugin, key],
      );
      return row?.value ?? null;
    },
    put: async (workspaceId, key, value, customerId = null) => {
      await db.query(
        `insert into plugin_record (workspace_id, plugin, key, customer_id, value, updated_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, plugin, key)
         do update set value = excluded.value, customer_id = excluded.customer_id, updated_at = excluded.updated_at`,
        [workspaceId, plugin, key, customerId, JSON.stringify(value), clock.now()],
      );
    },
    remove: async (workspaceId, key) => {
      await db.query("delete from plugin_record where workspace_id = $1 and plugin = $2 and key = $3", [
        workspaceId,
        plugin,
        key,
      ]);
    },
    ofCustomer: (workspaceId, customerId) =>
      db.query<{ key: string; value: unknown }>(
        `select key, value from plugin_record
          where workspace_id = $1 and plugin = $2 and customer_id = $3 order by key`,
        [workspaceId, plugin, customerId],
      ),
  };
}
