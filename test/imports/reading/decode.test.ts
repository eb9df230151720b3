import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { type Encoding, parseEncoding, sniffEncoding } from "../../../core/imports/reading/decode.ts";
import { openList } from "../../../core/imports/reading/index.ts";
import { allRows } from "./read.ts";

const TEXT =
  "会社名,フリガナ,電話\r\n㈱髙﨑製作所①,ﾀｶｻｷ,03-5550-0101\r\n株式会社あおば～本店,アオバ,06-5550-0102\r\n";
const BYTES: [string, Encoding, Buffer][] = [
  ["UTF-8", "utf-8", Buffer.from(TEXT)],
  ["UTF-8 with a byte order mark", "utf-8", Buffer.from(`\ufeff${TEXT}`)],
  ["CP932 with the letters of NEC and IBM", "cp932", iconv.encode(TEXT, "cp932")],
  ["EUC-JP", "euc-jp", iconv.encode(TEXT.replace("㈱髙﨑", "(株)高崎").replace("①", "1"), "eucjp")],
  ["UTF-16LE", "utf-16le", iconv.encode(TEXT, "utf-16le", { addBOM: false })],
  ["UTF-16LE with a byte order mark", "utf-16le", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
  ["UTF-16BE", "utf-16be", iconv.encode(TEXT, "utf-16be", { addBOM: false })],
];

describe("encodings", () => {
  for (const [name, encoding, bytes] of BYTES) {
    it(`finds ${name} by looking and keeps every letter`, async () => {
      const list = await openList({ name: "list.csv", bytes });
      const rows = await allRows(list);

      expect(list.encoding).toBe(encoding);
      expect(list.headers).toEqual(["会社名", "フリガナ", "電話"]);
      expect(rows[1]?.company).toBe(encoding === "euc-jp" ? "(株)高崎製作所1" : "㈱髙﨑製作所①");
    });
  }

  it("tells half-width kana in CP932 from EUC-JP", () => {
    expect(sniffEncoding(iconv.encode("ﾀﾅｶｼｮｳｼﾞ,ﾜﾀﾅﾍﾞ\nｻﾄｳ,ｱｵｷ\n", "cp932"))).toBe("cp932");
  });

  it("keeps UTF-8 when one row was pasted in from elsewhere", async () => {
    const bytes = Buffer.concat([
      Buffer.from(TEXT),
      iconv.encode("株式会社みなと,ミナト,\r\n", "cp932"),
      Buffer.from(TEXT),
    ]);

    const list = await openList({ name: "list.csv", bytes });

    expect(list.encoding).toBe("utf-8");
    expect((await allRows(list)).map((row) => row.reason)).toEqual([
      "header",
      null,
      null,
      "mojibake",
      "header",
      null,
      null,
    ]);
  });

  it("finds the encoding late when the list begins with a megabyte of ASCII", async () => {
    const head = `Company,Phone\n${"Aoba Ltd.,03-5550-0101\n".repeat(40_000)}`;
    const bytes = Buffer.concat([Buffer.from(head), iconv.encode("株式会社あおば,03-5550-0102\n", "cp932")]);

    const rows = await allRows(await openList({ name: "list.csv", bytes }));

    expect(rows.at(-1)?.company).toBe("株式会社あおば");
  });

  it("obeys an encoding that people give", async () => {
    const list = await openList(
      { name: "list.csv", bytes: Buffer.from("会社名,電話\nあおば商事,03-5550-0101\n") },
      { encoding: "Shift_JIS" },
    );

    expect(list.encoding).toBe("cp932");
  });

  it("refuses an encoding it does not know", () => {
    expect(() => parseEncoding("ebcdic")).toThrowError(expect.objectContaining({ code: "unknown_encoding" }));
  });
});
