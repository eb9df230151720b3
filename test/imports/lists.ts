import { checkFile, commitImport, getImport, type ImportView, runImport } from "../../core/imports/index.ts";
import { sha256 } from "../../core/kernel/ids.ts";
import type { TestEnishi } from "../support/enishi.ts";

export const header = "得意先コード,会社名,氏名,電話番号,メール,住所,営業担当,備考";

/** A list as bytes; `rows` are lines under the usual header. */
export function aList(rows: readonly string[], head = header): { name: string; bytes: Uint8Array } {
  return { name: "台帳.csv", bytes: Buffer.from([head, ...rows, ""].join("\r\n"), "utf8") };
}

export function check(
  enishi: TestEnishi,
  rows: readonly string[],
  options: Parameters<typeof checkFile>[2] = {},
): Promise<ImportView> {
  const list = aList(rows);
  const how = { fileHash: sha256(list.bytes), ...options };
  return checkFile(enishi.core.kernel, list, how, enishi.operator);
}

/** Checks and commits a list, and says what became of it. */
export async function importList(
  enishi: TestEnishi,
  rows: readonly string[],
  options: Parameters<typeof checkFile>[2] = {},
): Promise<ImportView> {
  const { importId } = await check(enishi, rows, options);
  return commit(enishi, importId);
}

export async function commit(enishi: TestEnishi, importId: string): Promise<ImportView> {
  await enishi.perform(commitImport, { importId, driver: "caller" }, enishi.operator);
  await runImport(enishi.core.kernel, importId, enishi.operator);
  return enishi.ask(getImport, { importId }, enishi.operator);
}

export async function customersNamed(enishi: TestEnishi, name: string) {
  return enishi.database.query<{ id: string; kind: string; parent_id: string | null; version: number }>(
    "select id, kind, parent_id, version from customer where workspace_id = $1 and name = $2 order by id",
    [enishi.workspaceId, name],
  );
}

export async function pointsOf(enishi: TestEnishi, customerId: string): Promise<string[]> {
  const rows = await enishi.database.query<{ normalized: string }>(
    "select normalized from contact_point where workspace_id = $1 and customer_id = $2 order by id",
    [enishi.workspaceId, customerId],
  );
  return rows.map((row) => row.normalized);
}
