import { readContent } from "./content.ts";
import { type ColumnCorrections, correctColumns } from "./corrections.ts";
import { columnsOfKind } from "./entry-columns.ts";
import { type Field, fieldOf, type Use } from "./fields.ts";
import { guess } from "./guess.ts";
import { takeHomesAlone } from "./home-columns.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel, readLabel, unitOf } from "./labels.ts";
import type { ListKind } from "./list-kinds.ts";
import { pairNameParts } from "./name-parts.ts";
import { applyPreset, type FoundPreset } from "./presets.ts";
import { settleRivals } from "./rivals.ts";
import { settleColumns } from "./settle.ts";

/** One column as recognised. `column` is its header as read, else `#3`; `use` is finer than `field`. */
export interface RecognizedColumn {
  index: number;
  column: string;
  /** What its product calls a column that has no header. */
  name?: string;
  field: Field | null;
  use: Use | null;
  confidence: number;
  /** The unit that the header gives to amounts (千円), else null. */
  unit: string | null;
  samples: string[];
  /** True for a column of customers some of whom are firms and some people (お客様名). */
  mixed: boolean;
  /** True when ours or theirs (担当) was told by content: worth asking once. */
  ask: boolean;
}

/**
 * Recognises columns by their headers and by what stands under them. `rows` is a sample of the data rows. The
 * confidence is 0..1; a correction has 1. `preset` says what the columns of a known product are. Throws `unknown_field` and `column_not_found` for wrong corrections.
 */
export function recognizeColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  corrections: ColumnCorrections = {},
  {
    preset,
    ownLabels,
    kind = "customers",
  }: { preset?: FoundPreset | null; ownLabels?: readonly string[]; kind?: ListKind } = {},
): RecognizedColumn[] {
  const contents = headers.map((_, index) => readContent(rows.map((row) => row[index] ?? "")));
  const labels = headers.map((header, index) => readGrouped(header, ownLabels?.[index]));
  pairNameParts(headers, labels);
  const guesses = headers.map((_, index) =>
    guess(labels[index]!, contents[index]!, !isNoName(headers[index]!), headers[index]!),
  );
  settleColumns({ headers, rows, labels, contents, guesses });
  settleRivals(guesses, labels, headers, contents);
  const hasPeople = guesses.some((one) => one.use === "person" || one.use === "lastName");
  const columns = headers.map((header, index): RecognizedColumn => {
    const { use, confidence, ask } = guesses[index]!;
    return {
      index,
      column: header.trim() === "" ? `#${index + 1}` : header,
      field: fieldOf(use),
      use,
      confidence: Math.round(confidence * 100) / 100,
      unit: unitOf(header),
      samples: samplesOf(rows, index),
      mixed:
        use === "company" &&
        labels[index]?.open === "name" &&
        contents[index]!.shares.person >= 0.15 &&
        !hasPeople,
      ask: ask ?? false,
    };
  });
  const known = preset ? applyPreset(columns, preset) : columns;
  takeHomesAlone(known, contents);
  return correctColumns(columnsOfKind(known, kind), corrections);
}

/** Without a header, or with one that a program made up: Column3, F5, 列4, 項目2. */
function isNoName(header: string): boolean {
  return /^\s*((col(umn)?|field|item|f|c|列|項目|フィールド|カラム)?[ _-]?\d{1,3})?\s*$/i.test(
    header.normalize("NFKC"),
  );
}

/** Words that say whose 担当 it is, and groups that say of nobody whose they are. */
const SIDE = /先方|客先|貴社|御社|相手|お?客様|顧客|得意先|取引先|窓口|弊社|自社|当社|社内|営業/;
const NO_SIDE = /^(基本|取引|連絡|詳細|共通|その他|マスタ|登録)(先|情報|データ|事項|内容|項目)?/;
/** A group that only holds together what is said below it. */
const EMPTY_GROUP = /(情報|データ|事項|内容|項目)$|^(その他|基本|詳細|共通)$/;
/** What a group tells and contents do not: whose 担当, whose フリガナ. */
const LEFT_OPEN: ReadonlySet<LabelReading["open"]> = new Set(["charge", "name", "kana"]);

/** 「所在地 City」: the label under a group says what it is, unless it leaves that open or the group makes it ours. */
function readGrouped(header: string, own: string | undefined): LabelReading | null {
  const whole = readLabel(header);
  if (!own || own.trim() === "" || own.trim() === header.trim()) return whole;
  const alone = readLabel(own);
  // 「#」 counts the rows, whatever group it stands under.
  if (!alone && normalizeLabel(own) === "") return null;
  const group = header.slice(0, Math.max(0, header.length - own.length)).trim();
  // 「取引情報 契約プラン」: 取引情報 makes no word of it that nobody knows.
  if (!alone && EMPTY_GROUP.test(normalizeLabel(group))) return null;
  // 「取引 担当者」 and 「基本情報 カナ名」 say no more of whose they are than 担当者 and カナ名 do.
  if (alone?.open === "charge" ? !SIDE.test(header) : NO_SIDE.test(normalizeLabel(header)))
    return alone ?? whole;
  // 「担当 氏名」: whose, the contents tell.
  if (alone?.use === "person" && /^[ご御]?担当者?$/.test(group))
    return { ...alone, weight: 0.6, open: "charge" };
  const leftOpen =
    alone?.open && (alone.open === "code" ? whole?.use === "customerCode" : LEFT_OPEN.has(alone.open));
  return !alone || leftOpen || whole?.use === "owner" ? (whole ?? alone) : alone;
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = row[index]?.trim();
    if (cell) samples.add(cell);
    if (samples.size === 3) break;
  }
  return [...samples];
}
