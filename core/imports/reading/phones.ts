import { parseFax, parsePhones } from "../../japanese/index.ts";

export interface ImportedPhone {
  e164: string;
  ext: string | null;
  display: string;
  /** The cell as typed. */
  raw: string;
  kind: "phone" | "mobile" | "fax";
}

const FAX =
  /fax|ファックス|ファクス|ﾌｧｯｸｽ|ＦＡＸ|ｆａｘ|(?<![a-zａ-ｚ])[fｆＦ]\s*(?:[:：.]|(?=[(+0０]))|[(（][fＦ][)）]/i;

/** Reads the numbers of one phone, mobile or fax cell; what is no number comes back in `unread`. */
export function readPhones(
  text: string,
  column: "phone" | "mobile" | "fax",
): { phones: ImportedPhone[]; unread: string[] } {
  const phones: ImportedPhone[] = [];
  if (column !== "fax") {
    for (const { e164, ext, display, kind } of parsePhones(text)) {
      phones.push({ e164, ext, display, raw: text, kind: kind === "mobile" ? "mobile" : "phone" });
    }
  }
  if (column === "fax" || FAX.test(text)) {
    const fax = parseFax(text);
    if (fax) phones.push({ e164: fax.e164, ext: null, display: fax.display, raw: text, kind: "fax" });
  }
  return { phones, unread: phones.length === 0 ? [text] : [] };
}
