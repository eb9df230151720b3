import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import { normalizeLabel } from "./labels.ts";

/**
 * What a column may be whose header nobody knows but has a word in it that says something (管理受託日, 受講料累計, 家主番号), if its
 * contents are of that kind; null otherwise. Contents alone decide nothing here: a date may be anybody's.
 */
export function hintedUse(header: string, content: ContentReading): Use | null {
  if (content.filled < 3) return null;
  const text = normalizeLabel(header);
  const { shares } = content;
  if (CODE.test(text)) {
    const own = shares.code >= 0.9 && content.distinct >= 0.9 && !OTHER_CODE.test(text);
    return own ? "customerCode" : null;
  }
  // Some days of a column may stand there as the figures that Excel counts them by.
  const days = shares.date >= 0.2 && shares.date + shares.number >= 0.6;
  if (days) return BEGINNING.test(text) ? "date" : null;
  if (shares.building >= 0.6 && !OTHER_PLACE.test(text)) return "building";
  return SUM.test(text) && !PAPER.test(text) && shares.amount + shares.number >= 0.5 ? "amount" : null;
}

/** Where the work is done, not where the customer sits. */
const OTHER_PLACE = /現場|工事|案件/;

/** Something that begins: with whom we do business since then. */
const BEGINNING =
  /開始|開設|始|ファースト|first|初|入[会社園塾学居団]|登録|締結|受[託任]|契約|加[入盟]|スタート|取開|start|join|since|regist|creat|onboard|began|kai[sz]h?i|toroku/;

/** Sums over the time of a relationship. */
const SUM =
  /累計|合計|総計|総額|金額|実績|年[間額].*[費料代高額]|年額$|委託(料|費)|[年期]度?.*[額高料]((百万|千|万)?円)?$|uriage|sales|revenue|spend|total/;

/** 合計請求書: a paper that sums up, not a sum. */
const PAPER = /(書|票|明細)$/;

const CODE = /(番号|コード|ナンバー|cd|code|no|id)$/;
/** Numbers that count something else than customers. */
const OTHER_CODE =
  /口座|保険|メーター|区画|許可|免許|伝票|注文|受注|請求|見積|案件|製造|機番|機械|シリアル|車|部屋|証券|マイナンバー|電話|tel|fax|担当|社員|tanto|emp|staff|zip|post|yubin|pref|city|dept|busho|area|type|kbn|order|invoice|bill|slip|ticket|trans|seq|item|hin|product/;
