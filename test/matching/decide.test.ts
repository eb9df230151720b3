import { expect, test } from "vitest";
import { decideRows, decidingRows, type MatchRecord } from "../../core/matching/index.ts";
import { aCompany, aPerson } from "./a-record.ts";
import { rowByRow } from "./row-by-row.ts";

const TOKYO = { place: { prefecture: "東京都" } };
const OSAKA = { place: { prefecture: "大阪府" } };

function groups(records: readonly MatchRecord[]): string[][] {
  const { clusterOf } = rowByRow(records);
  const byCluster = new Map<string, string[]>();
  for (const { id, name, site } of records) {
    const cluster = clusterOf.get(id)!;
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), site ? `${name} ${site}` : name]);
  }
  return [...byCluster.values()].map((names) => names.sort()).sort();
}

test("puts the spellings and the branches of a company together", () => {
  const records = [
    aCompany("㈱三和電機", { ...TOKYO, phones: ["+81312345678"] }),
    aCompany("株式会社三和電機", { site: "大阪支店", ...OSAKA }),
    aCompany("三和電機工業", { phones: ["+81312345678"] }),
    aCompany("東亜化学"),
  ];

  expect(groups(records)).toEqual(
    [["東亜化学"], ["三和電機工業", "株式会社三和電機 大阪支店", "㈱三和電機"].sort()].sort(),
  );
});

test("joins nothing across a contradiction by way of a third", () => {
  const records = [
    aCompany("株式会社三和電機", { phones: ["+81312345678"] }),
    aCompany("三和電機", { phones: ["+81312345678"], mails: ["a@sanwa.example.co.jp"] }),
    aCompany("有限会社三和電機", { mails: ["a@sanwa.example.co.jp"] }),
  ];

  const { clusterOf, reviews } = rowByRow(records);

  expect(clusterOf.get(records[0]!.id)).not.toBe(clusterOf.get(records[2]!.id));
  expect(reviews.length).toBeGreaterThan(0);
});

test("takes a bare name for the company that was written 前株 and 後株 before", () => {
  const phone = { phones: ["+81312345678"] };
  const front = aCompany("株式会社三和電機", phone);
  const back = aCompany("三和電機株式会社", phone);
  const bare = aCompany("株式会社三和電機", { site: "大阪支店" });

  const { clusterOf } = rowByRow([front, back, bare]);

  expect(clusterOf.get(bare.id)).toBe(front.id);
});

test("leaves a bare name alone that could be either of two, and asks", () => {
  const [tokyo, osaka, bare] = [
    aCompany("三和電機", TOKYO),
    aCompany("三和電機", OSAKA),
    aCompany("三和電機"),
  ];

  const { clusterOf, reviews } = rowByRow([tokyo!, osaka!, bare!]);

  expect(new Set(clusterOf.values()).size).toBe(3);
  expect(reviews.map(({ ids }) => ids.length)).toEqual([2]);
  expect(reviews[0]!.reasons.map((one) => one.code)).toContain("several_alike");
});

test("keeps companies and people apart", () => {
  expect(groups([aCompany("山田商店"), aPerson("山田商店")])).toHaveLength(2);
});

test("has seen enough of a company with thousands of branches to go on", () => {
  const records = Array.from({ length: 5000 }, (_, n) =>
    aCompany("三和電機", {
      site: `第${n % 1_000}支店`,
      phones: ["+81312345678"],
      domains: ["sanwa.example.co.jp"],
    }),
  );

  const { clusterOf } = rowByRow(records);

  expect(new Set(clusterOf.values()).size).toBe(1);
});

test("knows a company with many branches by the phone and mail of any of them", () => {
  const branches = Array.from({ length: 60 }, (_, n) =>
    aCompany("株式会社三和電機", {
      site: `第${n}支店`,
      phones: [`+8131234${5000 + n}`],
      mails: [`b${n}@sanwa.example.co.jp`],
      domains: ["sanwa.example.co.jp"],
    }),
  );
  const last = aCompany("サンワ・デンキ㈱", { phones: ["+81312345059"], mails: ["b59@sanwa.example.co.jp"] });

  const { clusterOf } = rowByRow([...branches, last]);

  expect(clusterOf.get(last.id)).toBe(clusterOf.get(branches[0]!.id));
});

test("decides row by row: known, new, of an earlier row, for people to look at", () => {
  const known = aCompany("株式会社三和電機", { ...TOKYO, phones: ["+81312345678"] });
  const fresh = aCompany("東亜化学", { corporateNumber: "7010001054021" });
  const rows = [
    aCompany("㈱三和電機", TOKYO),
    fresh,
    aCompany("東亜ケミカル", { corporateNumber: "7010001054021" }),
    aCompany("三和電機", { site: "大阪支店", ...OSAKA }),
    aCompany("有限会社三和電機", TOKYO),
    aCompany("株式会社三和電機工業"),
  ].map((record, row) => ({ row, record, known: [] }));

  const decisions = decideRows(rows, [known]);

  expect(decisions).toMatchObject([
    { verdict: "same", id: known.id, isSite: false },
    { verdict: "new" },
    { verdict: "same", id: fresh.id },
    { verdict: "same", id: known.id, isSite: true },
    { verdict: "new" },
    { verdict: "review", ids: [known.id] },
  ]);
});

test("takes a row again for what it became before", () => {
  const known = aCompany("三和電機");
  const rows = [{ row: 1, record: aCompany("東亜化学"), known: [known.id] }];

  expect(decideRows(rows, [known])).toMatchObject([{ verdict: "same", id: known.id }]);
});

test("takes a row that waits for nobody that a later row could be", () => {
  const english = aCompany("Beluga", { phones: ["+81312345678"], domains: ["sanwa.example.co.jp"] });
  const known = aCompany("三和総合建物", { phones: ["+81312345678"], domains: ["sanwa.example.co.jp"] });
  const rows = [english, english].map((record, row) => ({ row, record, known: [] }));

  const waiting = [...decidingRows(rows, [known], () => true)];
  const asked = [...decidingRows(rows, [known])];

  expect(waiting.map(({ verdict }) => verdict)).toEqual(["review", "review"]);
  expect(asked.map(({ verdict }) => verdict)).toEqual(["review", "same"]);
});
