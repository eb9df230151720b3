/** Words that mark the name of a company, as people write them in their display names. */
const LEGAL =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|医療法人(?:社団|財団)?|学校法人|社会福祉法人|特定非営利活動法人|[(（]株[)）]|[(（]有[)）]|㈱|㈲|\b(?:co\.?,? ?ltd|inc|corp|llc|ltd|gmbh)\b\.?/i;

/**
 * What a display name says about person and company: 「田中商事株式会社 購買部 木村一郎」, 「木村一郎（田中商事）」,
 * "Kimura / Tanaka Shoji". Only proposes: the person who presses the button corrects it.
 */
export function readDisplayName(name: string): { person: string; company: string } {
  const text = name
    .replaceAll(/\s+/g, " ")
    .replace(/\s*(?:様|さま|殿|御中)$/, "")
    .trim();
  // ㈱ written as (株) is no bracket around a company.
  const shielded = text.replaceAll(/[(（]株[)）]/g, "㈱").replaceAll(/[(（]有[)）]/g, "㈲");
  const bracket = /^(.+?)\s*[(（[【@＠/／|｜]\s*([^()（）[\]【】]+?)\s*[)）\]】]?$/.exec(shielded);
  if (bracket) {
    const [first, second] = [bracket[1]!.trim(), bracket[2]!.trim()];
    return LEGAL.test(first) && !LEGAL.test(second)
      ? { person: second, company: first }
      : { person: first, company: second };
  }
  if (!LEGAL.test(shielded)) return { person: shielded, company: "" };
  return splitCompany(shielded);
}

function splitCompany(text: string): { person: string; company: string } {
  const words = text.split(" ");
  const at = words.findIndex((word) => LEGAL.test(word));
  if (words.length === 1) return { person: "", company: text };
  // 「株式会社 田中商事 木村」: the form alone belongs to the word after it.
  const alone = words[at]!.replace(LEGAL, "") === "" && /[ぁ-んァ-ヶ一-龠]/.test(text);
  const company = alone && at + 1 < words.length && at === 0 ? words.slice(0, 2) : words.slice(0, at + 1);
  const rest = words.slice(company.length);
  if (rest.length === 0 && at > 0 && !alone)
    return { person: words.slice(0, at).join(" "), company: words[at]! };
  return {
    person: rest.filter((word) => !/(?:部|課|室|係|支店|営業所|本社|担当)$/.test(word)).join(" "),
    company: company.join(" "),
  };
}
