import { getImport, measureImport, nameCustomers, type RowView } from "../imports/index.ts";
import type { Session } from "./session.ts";

/**
 * The person's own records as they were, and behind the widest of them four cells more: 判定, 根拠, 一致先, エラー. Their labels
 * stand in the header records, or in a line of their own above a list without a header.
 */
export async function* resultRows(
  session: Session,
  importId: string,
  pages: AsyncIterable<readonly RowView[]>,
): AsyncGenerator<string[][]> {
  const { house, call, text } = session;
  const { kernel } = house.core;
  const { cells: width } = await kernel.ask(measureImport, { importId }, call);
  const { headerRow } = await kernel.ask(getImport, { importId }, call);
  const labels = ["verdict", "reasons", "match", "errors"].map((one) => text(`import.report.${one}`));
  const behind = (raw: readonly string[], more: readonly string[]) => [
    ...raw,
    ...Array<string>(Math.max(0, width - raw.length)).fill(""),
    ...more,
  ];
  if (headerRow === null) yield [behind([], labels)];
  for await (const rows of pages) {
    const customerIds = [...new Set(rows.flatMap(matchedIds))];
    const { names } = await kernel.ask(nameCustomers, { customerIds }, call);
    yield rows.map((row) =>
      behind(row.raw, row.reason === "header" ? labels : resultOf(row, names, session)),
    );
  }
}

/** Whom the row was taken for or may be; a new customer is nobody else. */
function matchedIds({ status, match, customerIds }: RowView): string[] {
  if (match) return match.customerIds;
  return status === "joined" || status === "updated" || status === "unchanged" ? customerIds : [];
}

function resultOf(row: RowView, names: Record<string, string>, { text }: Session): string[] {
  const join = text("import.report.join");
  const reasons = row.reason
    ? [text(`import.reason.${row.reason}`)]
    : (row.match?.reasons ?? []).map(({ code }) => text(`duplicates.reason.${code}`));
  const errors = row.issues.map(({ code, column, value }) => {
    const said = text(`import.issue.${code}`, { value: value ?? "" });
    return column === null ? said : `${column}: ${said}`;
  });
  const matched = [...new Set(matchedIds(row).flatMap((id) => names[id] ?? []))];
  return [text(`import.status.${row.status}`), reasons.join(join), matched.join(join), errors.join("\n")];
}
