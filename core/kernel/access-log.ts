import type { Clock } from "./clock.ts";
import type { CallContext } from "./context.ts";
import type { Database } from "./database.ts";
import type { NewId } from "./ids.ts";
import type { Log } from "./log.ts";

interface Access {
  workspaceId: string;
  id: string;
  at: Date;
  actorId: string | null;
  surface: string;
  query: string;
  customerIds: string[];
  requestId: string;
}

/**
 * Keeps who read whose data. Rows are buffered and written within a second, so that no read waits for them; what a
 * kill loses is at most that second.
 */
export class AccessRecorder {
  readonly #parts: { database: Database; clock: Clock; newId: NewId; log: Log };
  #waiting: Access[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: { database: Database; clock: Clock; newId: NewId; log: Log }) {
    this.#parts = parts;
  }

  record(query: string, call: CallContext, actorId: string | null, customerIds: readonly string[]): void {
    if (customerIds.length === 0) return;
    this.#waiting.push({
      workspaceId: call.workspaceId,
      id: this.#parts.newId(),
      at: this.#parts.clock.now(),
      actorId,
      surface: call.surface,
      query,
      customerIds: [...new Set(customerIds)],
      requestId: call.requestId,
    });
    this.#timer ??= setTimeout(() => void this.flush(), 800);
  }

  /** Writes what is buffered; resolves when it stands in the database. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length > 0) this.#writing = this.#writing.then(() => this.#write(rows));
    return this.#writing;
  }

  async #write(rows: Access[]): Promise<void> {
    try {
      await this.#parts.database.query(
        `insert into access_log (workspace_id, id, at, actor_id, surface, query, customer_ids, request_id)
         select a.workspace_id, a.id, a.at, a.actor_id, a.surface, a.query,
                array(select jsonb_array_elements_text(a.customer_ids)::uuid), a.request_id
           from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
                as a (workspace_id, id, at, actor_id, surface, query, customer_ids, request_id)`,
        [
          rows.map((row) => row.workspaceId),
          rows.map((row) => row.id),
          rows.map((row) => row.at),
          rows.map((row) => row.actorId),
          rows.map((row) => row.surface),
          rows.map((row) => row.query),
          rows.map((row) => JSON.stringify(row.customerIds)),
          rows.map((row) => row.requestId),
        ],
      );
    } catch (error) {
      this.#parts.log.error({ err: error, rows: rows.length }, "access log rows were not written");
    }
  }
}
