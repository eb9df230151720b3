import type { Statements } from "../kernel/database.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { ListKind, ListPart } from "./reading/index.ts";
import type { ColumnView } from "./shapes.ts";
import { Counts, type ImportState } from "./statuses.ts";

export interface StoredImport {
  id: string;
  kind: ListKind | null;
  fileName: string;
  fileHash: string;
  sheet: string | null;
  parts: ListPart[];
  preset: string | null;
  encoding: string | null;
  delimiter: string | null;
  headerRow: number | null;
  headers: string[];
  columns: ColumnView[];
  fingerprint: string;
  state: ImportState;
  counts: Counts;
  total: number;
  applied: number;
  undone: number;
  purpose: string | null;
  source: string | null;
  error: { code: string } | null;
  createdById: string | null;
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
  version: number;
}

const columns = `i.id, i.kind, i.file_name as "fileName", i.file_hash as "fileHash", i.sheet, i.parts, i.preset, i.encoding, i.delimiter,
  i.header_row as "headerRow", i.headers, i.columns, i.fingerprint, i.state, i.counts, i.total, i.applied, i.undone,
  i.purpose, i.source, i.error, i.created_by_id as "createdById", i.created_at as "createdAt",
  i.committed_at as "committedAt", i.undone_at as "undoneAt", i.version`;

/** One import. Error: `import_not_found`. */
export async function getStoredImport(
  db: Statements,
  workspaceId: string,
  importId: string,
): Promise<StoredImport> {
  return only(
    await db.query<StoredImport>(`select ${columns} from import i where i.workspace_id = $1 and i.id = $2`, [
      workspaceId,
      importId,
    ]),
  );
}

/** One import, held until the transaction ends. Error: `import_not_found`. */
export async function holdImport(
  db: Statements,
  workspaceId: string,
  importId: string,
): Promise<StoredImport> {
  return only(
    await db.query<StoredImport>(
      `select ${columns} from import i where i.workspace_id = $1 and i.id = $2 for update`,
      [workspaceId, importId],
    ),
  );
}

export interface HeldImport extends StoredImport {
  /** Where the work goes on: in this pass, behind this row. */
  pass: number;
  reached: number;
  oneAtATime: boolean;
  /** How many customers the planner believes there are; −1 when they were never counted. */
  customersCounted: number;
}

/**
 * Holds an import and, until the transaction ends, everybody else who writes rows of lists in this workspace, so that
 * two lists at once do not both create a company. Statements that follow look things up by index: the tables grow by
 * the thousand between two looks at their statistics. The commit does not wait for the disk: the end of the import does,
 * for all of it, and how far it was stands in the same transaction as the rows.
 */
export async function holdForWriting(
  db: Statements,
  workspaceId: string,
  importId: string,
): Promise<HeldImport> {
  return only(
    await db.query<HeldImport>(
      `with held as materialized (
         select pg_advisory_xact_lock(hashtextextended($1::text, 20261122)),
                set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
                set_config('synchronous_commit', 'off', true)
       )
       select ${columns}, i.pass, i.reached, version() like '%emscripten%' as "oneAtATime",
              (select reltuples from pg_class where oid = 'customer'::regclass) as "customersCounted"
         from import i, held where i.workspace_id = $1::uuid and i.id = $2 for update of i`,
      [workspaceId, importId],
    ),
  );
}

/** The newest imports first. */
export function listStoredImports(
  db: Statements,
  workspaceId: string,
  where: { fileHash?: string | undefined; before?: string | undefined; limit: number },
): Promise<StoredImport[]> {
  return db
    .query<StoredImport>(
      `select ${columns} from import i
        where i.workspace_id = $1 and ($2::text is null or i.file_hash = $2) and ($3::uuid is null or i.id < $3)
        order by i.id desc limit $4`,
      [workspaceId, where.fileHash ?? null, where.before ?? null, where.limit],
    )
    .then((rows) => rows.map(parsed));
}

function only<T extends StoredImport>(rows: readonly T[]): T {
  const [row] = rows;
  if (!row) throw new EnishiError("import_not_found", {}, { field: "importId" });
  return parsed(row);
}

function parsed<T extends StoredImport>(row: T): T {
  return { ...row, counts: Counts.parse(row.counts) };
}

/** Adds to what was counted so far; what is not named stays. */
export function addCounts(
  counts: Counts,
  more: Partial<Omit<Counts, "reasons">> & { reasons?: Record<string, number> },
): Counts {
  const sum: Counts = { ...counts, reasons: { ...counts.reasons } };
  for (const [name, count] of Object.entries(more)) {
    if (name === "reasons" || typeof count !== "number") continue;
    (sum as unknown as Record<string, number>)[name] =
      ((sum as unknown as Record<string, number>)[name] ?? 0) + count;
  }
  for (const [reason, count] of Object.entries(more.reasons ?? {})) {
    sum.reasons[reason] = (sum.reasons[reason] ?? 0) + count;
  }
  return sum;
}
