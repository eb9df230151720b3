import type { MatchRecord } from "../../core/matching/index.ts";

const headers = "会社名,フリガナ,部署,氏名,電話番号,メール,郵便番号,住所,法人番号";

/** Records as a person would have them in a list: the first on the second line. */
export function recordsCsv(records: readonly MatchRecord[]): string {
  const lines = records.map((record) => {
    const [place] = record.places;
    return [
      [record.name, record.site].filter(Boolean).join(" "),
      record.nameKana,
      record.department,
      record.persons[0],
      record.phones[0]?.replace(/^\+81/, "0"),
      record.mails[0],
      place?.postal,
      place && `${place.prefecture ?? ""}${place.city ?? ""}${place.street ?? ""}`,
      record.corporateNumber,
    ]
      .map((cell) => `"${cell ?? ""}"`)
      .join(",");
  });
  return [headers, ...lines, ""].join("\r\n");
}
