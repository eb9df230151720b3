import { describe, expect, it } from "vitest";
import { openList } from "../../../core/imports/reading/index.ts";
import { writeWorkbook } from "./write-workbook.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

const NO_LISTS: [string, string, string, Uint8Array][] = [
  ["nothing", "a.csv", "file_is_empty", bytes("")],
  ["blank lines", "a.csv", "file_is_empty", bytes("\r\n \r\n")],
  ["a picture", "a.csv", "file_is_image", bytes("\x89PNG\r\n\x1a\n....")],
  ["a PDF", "名簿.pdf", "file_is_pdf", bytes("%PDF-1.7\n")],
  ["a web page", "list.xls", "file_is_html", bytes("<html><body><table><tr><td>会社</td></tr></table>")],
  ["JSON", "a.json", "file_is_json", bytes('[{"name":"a"}]')],
  ["a zip of something else", "a.zip", "file_is_archive", bytes("PK\x03\x04\x14\0\0\0photo.jpg")],
  ["the beginning of a workbook", "名簿.xlsx", "file_is_broken", bytes("PK\x03\x04\x14\0\0\0\x08\0")],
  [
    "a Word document",
    "a.docx",
    "file_is_document",
    bytes("PK\x03\x04\x14\0word/document.xml[Content_Types].xml"),
  ],
  [
    "an old workbook",
    "得意先.xls",
    "file_is_old_excel",
    bytes(`${OLE}${"\0".repeat(600)}W\0o\0r\0k\0b\0o\0o\0k\0`),
  ],
  [
    "a workbook with a password",
    "得意先.xlsx",
    "file_is_encrypted",
    Buffer.concat([bytes(OLE), Buffer.from("EncryptedPackage", "utf16le")]),
  ],
  ["the file Excel keeps beside an open book", "~$得意先.xlsx", "file_is_excel_lock", bytes("\x05Sato")],
  ["a program", "a.csv", "file_is_binary", Uint8Array.from({ length: 4096 }, (_, at) => (at * 31) % 251)],
  [
    "a broken workbook",
    "a.xlsx",
    "file_is_broken",
    bytes("PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml xl/workbook.xml"),
  ],
  [
    "prose",
    "memo.txt",
    "file_is_one_column",
    Buffer.from("本日の議事録\nおつかれさまでした。\n次回は来週です。\n"),
  ],
];

describe("files that are no list", () => {
  it.each(NO_LISTS)("says of %s what it is", async (_, name, code, content) => {
    await expect(openList({ name, bytes: content })).rejects.toMatchObject({ code });
  });

  it("says which file is not there", async () => {
    await expect(openList({ name: "a.csv", bytes: "/no/such/file.csv" })).rejects.toMatchObject({
      code: "file_not_found",
      params: { path: "/no/such/file.csv" },
    });
  });

  it("names the sheets there are when the one asked for is missing", async () => {
    const book = writeWorkbook([{ name: "得意先", rows: [["会社名"], ["あおば商事"]] }]);

    await expect(openList({ name: "a.xlsx", bytes: book }, { sheet: "仕入先" })).rejects.toMatchObject({
      code: "sheet_not_found",
      params: { known: "得意先" },
    });
  });
});
