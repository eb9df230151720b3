import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kernel/database.ts";
import type { ConnectionStore } from "../kernel/plugin-host.ts";

/**
 * Installations of outside systems. Secrets are kept under AES-256-GCM; the key (64 hex characters) stays outside
 * the database.
 */
export function connectionStore(db: Database, clock: Clock, secretKey: string): ConnectionStore {
  const key = Buffer.from(secretKey, "hex");
  return {
    put: async (workspaceId, kind, externalId, secret, facts = {}) => {
      await db.query(
        `insert into connection (workspace_id, kind, external_id, secret, facts, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $6)
         on conflict (workspace_id, kind, external_id)
         do update set secret = excluded.secret, facts = excluded.facts, updated_at = excluded.updated_at`,
        [
          workspaceId,
          kind,
          externalId,
          encrypt(key, JSON.stringify(secret)),
          JSON.stringify(facts),
          clock.now(),
        ],
      );
    },
    find: async (kind, externalId) => {
      const [row] = await db.query<{ workspace_id: string; secret: string; facts: unknown }>(
        "select workspace_id, secret, facts from connection where kind = $1 and external_id = $2",
        [kind, externalId],
      );
      return row
        ? { workspaceId: row.workspace_id, secret: JSON.parse(decrypt(key, row.secret)), facts: row.facts }
        : null;
    },
    remove: async (kind, externalId) => {
      await db.query("delete from connection where kind = $1 and external_id = $2", [kind, externalId]);
    },
  };
}

function encrypt(key: Buffer, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

function decrypt(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
