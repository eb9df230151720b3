import type { Context } from "hono";
import { z } from "zod";
import {
  addImportRows,
  beginImport,
  checkImport,
  EnishiError,
  type ImportView,
  type PluginHost,
} from "../../core/index.ts";
import type { Entrance } from "./entrance.ts";
import { readEvent } from "./entrance.ts";

/** One chunk of a sheet's rows, beside the event object. Cells are the texts that the sheet shows. */
const chunk = z.object({
  rows: z.object({
    name: z.string().trim().min(1).max(300),
    /** Null with the first chunk, which opens the import. */
    importId: z.uuid().nullish(),
    /** Rows of the sheet before this chunk: the same one sent again stands once. */
    offset: z.int().min(0).default(0),
    cells: z.array(z.array(z.string().max(32_767)).max(1_000)).max(5_000),
    /** With the last chunk the list is checked. */
    last: z.boolean().default(false),
  }),
});

export interface RowsAnswer {
  importId: string;
  received: number;
  /** What the check found, after the last chunk. */
  checked: ImportView | null;
}

/**
 * Takes the rows of a sheet, in chunks of at most 5 MB, and checks them (取り込み前チェック) with the last one. Nothing reaches
 * the customers before the import is committed. Errors: those of the caller's proof, `addon_event_invalid`,
 * `not_a_member`, `import_not_open`, and those of the reader.
 */
export async function takeRows(
  c: Context,
  host: PluginHost,
  entrance: Entrance,
  requestId: string,
): Promise<RowsAnswer> {
  const event = await readEvent(c);
  const identity = await entrance.identify(c, event);
  const seat = await entrance.seats.find(identity);
  if (!seat) throw new EnishiError("not_a_member");
  const { call } = await entrance.visit(event, identity, seat, requestId);
  const { name, importId, offset, cells, last } = parseChunk(await c.req.json());
  const sheetCall = { ...call, surface: "sheets" as const };
  const id = importId ?? (await host.perform(beginImport, { name }, sheetCall)).importId;
  const { received } = await host.perform(addImportRows, { importId: id, offset, rows: cells }, sheetCall);
  return { importId: id, received, checked: last ? await checkImport(host, id, {}, sheetCall) : null };
}

function parseChunk(body: unknown): z.output<typeof chunk>["rows"] {
  const parsed = chunk.safeParse(body);
  if (parsed.success) return parsed.data.rows;
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new EnishiError("addon_event_invalid", { field }, { field });
}
