import type { ImportView, OpenedList } from "../imports/index.ts";
import type { ImportPreset } from "../kernel/import-preset.ts";
import type { Session } from "./session.ts";

/** What kind of list it is, before its rows are read. */
export function openedLines(
  { preset, sheet, skipped }: OpenedList,
  presets: readonly ImportPreset[],
  { text }: Session,
): string[] {
  const product = presets.find((one) => one.id === preset)?.product;
  return [
    ...(product === undefined ? [] : [text("import.cli.preset", { product })]),
    ...(sheet?.includes(", ") ? [text("import.cli.sheets", { sheets: sheet })] : []),
    ...(skipped.length > 0 ? [text("import.cli.skipped", { sheets: skipped.join(", ") })] : []),
  ];
}

/** What was found of the shape of a list. */
export function checkLines(view: ImportView, { text }: Session): string[] {
  const known = view.columns.filter((column) => column.field !== null);
  const other = view.columns.filter((column) => column.field === null);
  const said = known.map(
    ({ column, field, confidence }) =>
      `${inOneLine(column)} → ${text(`import.field.${field}`)} (${Math.round(confidence * 100)}%)`,
  );
  const isOther = view.kind === "activities" || view.kind === "purchases";
  return [
    ...(isOther ? [text(`import.cli.kind.${view.kind}`)] : []),
    text("import.cli.shape", {
      file: view.fileName,
      form:
        view.encoding === null
          ? text("import.cli.workbook")
          : text("import.cli.encoding", { encoding: view.encoding }),
      header:
        view.headerRow === null
          ? text("import.cli.no_header")
          : text("import.cli.header", { row: view.headerRow }),
    }),
    text("import.cli.columns", { columns: said.join(", ") }),
    ...(other.length > 0
      ? [text("import.cli.other", { columns: other.map((one) => inOneLine(one.column)).join(", ") })]
      : []),
  ];
}

/** 「5,012行 = 新規4,633 + まとめ287 + 要確認61 + 除外31」 and what a person does next. */
export function summaryLines(view: ImportView, { text }: Session, report: string | null): string[] {
  const { rows, parts } = view.equation;
  const number = (value: number) => value.toLocaleString("en-US");
  const said = parts.map(
    ({ status, count }) => `${text(`import.status.${status}`)}${gap(text)}${number(count)}`,
  );
  const reasons = Object.entries(view.counts.reasons).map(
    ([reason, count]) => `${text(`import.reason.${reason}`)} ${number(count)}`,
  );
  const { companies, sites, people } = view.counts;
  const lines = [
    text("import.equation", { rows: number(rows), parts: said.length > 0 ? said.join(" + ") : "0" }),
  ];
  if (reasons.length > 0) lines.push(text("import.cli.reasons", { reasons: reasons.join(", ") }));
  if (companies + sites + people > 0) {
    const counts = { companies: number(companies), sites: number(sites), people: number(people) };
    lines.push(text("import.cli.customers", counts));
  }
  const { entries } = view.counts;
  if (entries > 0) lines.push(text(`import.cli.entries.${view.kind}`, { count: number(entries) }));
  if (report) lines.push(text("import.cli.report", { file: report }));
  if (view.state === "committed") lines.push(text("import.cli.undo_hint", { importId: view.importId }));
  return lines;
}

/** Headers may have line breaks. */
function inOneLine(header: string): string {
  return header.replace(/\s+/g, " ");
}

/** A space between word and number where the language has one. */
function gap(text: Session["text"]): string {
  return /[a-z]$/.test(text("import.status.created")) ? " " : "";
}
