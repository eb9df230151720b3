type Row = Record<string, unknown>;
export type TextOf = (key: string, params?: Record<string, string>) => string;

/** A row of an import as the pane shows it: its cells, what became of it, and what there is to say, in words. */
export interface ShownRow {
  row: number;
  cells: string[];
  status: string;
  statusText: string;
  notes: string[];
}

export function shownRow(row: Row, text: TextOf): ShownRow {
  const reason = typeof row.reason === "string" ? [text(`import.reason.${row.reason}`)] : [];
  const issues = (row.issues as { code: string; value: string | null }[]).map(({ code, value }) =>
    text(`import.issue.${code}`, { value: value ?? "" }),
  );
  const match = row.match as { reasons: { code: string; params: Record<string, string> }[] } | null;
  const why = (match?.reasons ?? []).slice(0, 4).map((one) => reasonText(one, text));
  return {
    row: Number(row.row),
    cells: (row.raw as string[]).map((cell) => cell.slice(0, 120)),
    status: String(row.status),
    statusText: text(`import.status.${String(row.status)}`),
    notes: [...reason, ...(why.length > 0 ? [why.join("・")] : []), ...issues],
  };
}

export function reasonText(
  { code, params }: { code: string; params: Record<string, string> },
  text: TextOf,
): string {
  return text(`duplicates.reason.${code}`, params);
}
