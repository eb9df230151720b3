import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openList, primaryPhone, readRows } from "../../../core/imports/reading/index.ts";
import { generateList, toDelimited } from "./generate.ts";
import type { GoldRow } from "./made-customer.ts";
import { allRows, fieldsOf } from "./read.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));

describe("whole lists", () => {
  it("reads the EDINET code list in full", async () => {
    const list = await openList({ name: "edinet.csv", bytes: `${EXAMPLES}edinet_codelist_3000.csv` });
    const rows = await allRows(list);

    expect(list).toMatchObject({ encoding: "cp932", delimiter: ",", headerRow: 2 });
    expect(fieldsOf(list)).toMatchObject({
      提出者名: "company",
      "提出者名（ヨミ）": "companyKana",
      所在地: "address",
      資本金: null,
      提出者法人番号: "corporateNumber",
    });
    expect(rows.map((row) => row.row)).toEqual(Array.from({ length: 3002 }, (_, at) => at + 1));
    expect(rows.filter((row) => row.reason !== null).map((row) => row.reason)).toEqual(["title", "header"]);
    expect(rows.flatMap((row) => row.issues)).toEqual([]);
  });

  it("reads the ledger with every record accounted for", async () => {
    const list = await openList({ name: "tokuisaki_daicho.csv", bytes: `${EXAMPLES}tokuisaki_daicho.csv` });
    const rows = await allRows(list);
    const customers = rows.filter((row) => row.status === "data");

    expect(fieldsOf(list)).toEqual({
      得意先コード: "customerCode",
      得意先名: "company",
      フリガナ: "companyKana",
      担当: "owner",
      先方担当: "person",
      TEL: "phone",
      FAX: "fax",
      メール: "email",
      "〒": "postal",
      住所: "address",
      取引開始日: "date",
      備考: "note",
    });
    expect(customers).toHaveLength(35);
    expect(
      customers.every((row) => row.company && row.phones.length > 0 && row.postal && row.prefecture),
    ).toBe(true);
    expect(new Set(customers.map((row) => row.ownerName))).toEqual(
      new Set(["佐藤", "鈴木健", "鈴木真", "田中", null]),
    );
    expect(rows.flatMap((row) => row.issues.map((issue) => [row.row, issue.code]))).toEqual([
      [27, "no_such_date"],
    ]);
  });

  it("gets at least 99 in 100 of every field and reject right on lists it has not seen", async () => {
    const wrong: Record<string, number> = {};
    const seen: Record<string, number> = {};
    for (let seed = 1000; seed < 1024; seed++) {
      const made = generateList(seed, [15, 60, 200][seed % 3]!);
      const rows = await allRows(readRows(made.records));
      expect(rows).toHaveLength(made.gold.length);
      made.gold.forEach((gold, at) => {
        for (const [field, [want, got]] of Object.entries(compare(gold, rows[at]!))) {
          seen[field] = (seen[field] ?? 0) + 1;
          if (want !== got) wrong[field] = (wrong[field] ?? 0) + 1;
        }
      });
    }

    const shares = Object.fromEntries(
      Object.entries(seen).map(([field, count]) => [field, 1 - (wrong[field] ?? 0) / count]),
    );

    for (const [field, share] of Object.entries(shares)) expect(share, field).toBeGreaterThanOrEqual(0.99);
  });

  it("reads the same rows from bytes that arrive in small pieces, once", async () => {
    const made = generateList(7, 3000);
    const bytes = Buffer.from(toDelimited(made.records));
    async function* arriving() {
      for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
    }
    const list = await openList({ name: "list.csv", bytes: arriving() });

    const rows = await allRows(list);

    expect(rows).toEqual(await allRows(await openList({ name: "list.csv", bytes })));
    await expect(allRows(list)).rejects.toMatchObject({ code: "source_already_read" });
  });
});

function compare(
  gold: GoldRow,
  row: Awaited<ReturnType<typeof allRows>>[number],
): Record<string, [unknown, unknown]> {
  if (gold.reason !== null || row.reason !== null) return { reason: [gold.reason, row.reason] };
  const phone = primaryPhone(row);
  return {
    reason: [null, null],
    company: [gold.company, row.company],
    companyKana: [gold.companyKana, row.companyKana],
    person: [gold.person, row.persons[0]?.name.replace(/\s+/g, " ") ?? null],
    email: [gold.email, row.emails[0] ?? null],
    phone: [gold.phone, phone?.e164 ?? null],
    ext: [gold.ext, phone?.ext ?? null],
    fax: [gold.fax, row.phones.find((one) => one.kind === "fax")?.e164 ?? null],
    postal: [gold.postal, row.postal],
    prefecture: [gold.prefecture, row.prefecture],
    city: [gold.city, row.city],
    date: [gold.date, row.date],
    amount: [gold.amount, row.amount],
    owner: [gold.owner, row.ownerName],
    code: [gold.code, row.codes[0]?.code ?? null],
  };
}
