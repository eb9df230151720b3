import type { HistoryKind } from "../../history/index.ts";
import type { Day } from "../../japanese/index.ts";

/** What was done with a customer, as a row tells it. */
export interface ImportedActivity {
  date: Day;
  precision: "day" | "month";
  /** "HH:mm" where the row says it. */
  time: string | null;
  kind: HistoryKind;
  direction: "in" | "out" | null;
  title: string | null;
  /** As typed; further columns below it, each with its header. */
  body: string;
  /** Our member who did it, as written. */
  author: string | null;
}

/** What a customer bought, as a row tells it. Money is in yen. */
export interface ImportedPurchase {
  date: Day;
  precision: "day" | "month" | "year";
  deliveredOn: Day | null;
  item: string | null;
  quantity: number | null;
  unit: string | null;
  unitPrice: number | null;
  amount: number | null;
  note: string | null;
  /** Our member who sold it, as written. */
  author: string | null;
}
