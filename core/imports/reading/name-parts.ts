import type { LabelReading } from "./label-rules.ts";

const PART =
  /^(.+?)[_\s・:：(（]*(姓|氏|名|セイ|メイ|せい|めい)[)）]?[_\s(（]*(カナ|かな|フリガナ|ふりがな)?[)）]?$/;

/**
 * 注文者姓 | 注文者名, 購入者(セイ) | 購入者(メイ): a word nobody knows with 姓 behind it, beside the same word with 名, names
 * somebody in two parts. Changes `labels`.
 */
export function pairNameParts(headers: readonly string[], labels: (LabelReading | null)[]): void {
  const parts = headers.map((header) => {
    const found = PART.exec(header.normalize("NFKC").trim());
    if (!found) return null;
    const [, whose, part, reading] = found;
    const isKana = reading !== undefined || /[セせメめ]/.test(part!);
    return { whose: `${whose}${isKana ? "/" : ""}`, last: /[姓氏セせ]/.test(part!), isKana };
  });
  parts.forEach((part, index) => {
    const pair =
      part && parts.some((other) => other && other.whose === part.whose && other.last !== part.last);
    if (!pair) return;
    const use = part.last
      ? part.isKana
        ? "lastNameKana"
        : "lastName"
      : part.isKana
        ? "firstNameKana"
        : "firstName";
    if (labels[index]?.use !== use) labels[index] = { use, weight: 0.93 };
  });
}
