export type Engine = "embedded" | "postgres";

/** One line of the table. */
export interface Result {
  what: string;
  engine: Engine;
  customers: number | null;
  /** The figure that has a limit, and its unit: "×" for a ratio to the floor of the same run. */
  value: number;
  unit: "×" | "ms" | "s" | "MB" | "%";
  limit: { most: number } | { least: number } | null;
  /** Other figures of the same measurement, in milliseconds unless named otherwise. */
  detail: Record<string, number>;
}

export function holds(result: Result): boolean {
  if (!result.limit) return true;
  return "most" in result.limit ? result.value <= result.limit.most : result.value >= result.limit.least;
}

export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.what,
    result.engine,
    result.customers === null ? "" : result.customers.toLocaleString("en"),
    `${round(result.value)} ${result.unit}`,
    limitOf(result),
    holds(result) ? "holds" : "MISSED",
    Object.entries(result.detail)
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(", "),
  ]);
  const head = ["what", "engine", "customers", "value", "limit", "", "detail"];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  return [head, ...rows].map((row) => row.map((cell, at) => cell.padEnd(widths[at]!)).join("  ")).join("\n");
}

function limitOf(result: Result): string {
  if (!result.limit) return "";
  return "most" in result.limit
    ? `≤ ${result.limit.most} ${result.unit}`
    : `≥ ${result.limit.least} ${result.unit}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
