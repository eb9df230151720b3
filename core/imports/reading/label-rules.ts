import type { Use } from "./fields.ts";

/** What a header says: a use and how sure it is. `use` null with a high weight means: known, and none of ours. */
export interface LabelReading {
  use: Use | null;
  weight: number;
  /** 担当, 名前, フリガナ and the like: the contents decide. */
  open?: "charge" | "name" | "kana" | "address" | "code" | "contact";
  /** Order among several labels of one use; the lowest is taken. */
  rank?: number;
}

const COMPANY =
  "会社|企業|機関|テナント|取引企業|代理店|特約店|加盟店|協力会社|協力業者|外注先|購買先|支払先|発注先|購入先|配達先|顧問先|ベンダー|クライアント|お?勤め先|調達先|委託先|下請業者|取引業者|出入り?業者|下請先|事業主|お取引先|エンドユーザー|病院|医院|薬局|学校|工場|ホテル|法人|社名|得意先|取引先|顧客|お客様|お客さま|客先|仕入先|納入先|納品先|派遣先|請求先|届け先|屋号|団体|組織|店舗|店名|勤務先|販売先|得意様|相手先|発注元|発注者|契約先|導入先|訪問先|送付先|会員企業|出荷先|施主|元請|客名|貴社|御社|事業者|事業所|施設|業者|商号|提出者|公司|company|organi[sz]ation|account|customer|client|corporate|business|firm|employer|vendor|supplier";
const THEIRS =
  "先方|客先|貴社|御社|相手|窓口|お客様|お客さま|得意先|取引先|顧客|ご担当|御担当|会社側|仕入先|請求先|納入先|納品先|販売先|届け?先|発注元|契約先|訪問先|店舗|施設";
const OURS = "営業|弊社|自社|当社|社内|我社|わが社|当方|担当営業|セールス|フォロー|管理担当|アカウント";
const KANA =
  "フリガナ|ふりがな|ひらがな|フリカナ|ヨミガナ|よみがな|読みがな|読み仮名|ヨミカタ|よみかた|読み方|振り?仮名|カナ|かな|ヨミ|よみ|読み|(?<![購解判必精])読$|ルビ|kana|furigana|yomi|phonetic|ruby|reading";
const HUMAN = "氏名|姓名|名前|担当|個人|代表者|本人|contact|person|宛名|^人名|full";

export const is = (use: Use | null, weight = 0.9, more: Partial<LabelReading> = {}): LabelReading => ({
  use,
  weight,
  ...more,
});

/** What a folded header (`normalizeLabel`) says. The first match wins: from the particular to the general. */
export const LABEL_RULES: readonly [RegExp, LabelReading][] = [
  [/^(連番|行番号|項番|通番|seq|sequence(number)?|行|rowid|row)$/, is(null, 0.9)],
  [
    /^(国|国名|国地域|country(code)?|address\d?country|(billing|shipping|mailing|business|home)country.*)$/,
    is("country", 0.9),
  ],
  [/^(phone|電話|電話番号)\d{1,2}(label|type|ラベル|の種類|種類)$/, is("phoneLabel", 0.9)],
  [/.(label|type|ラベル|種類|の種類)$|address\d?(label|type|pobox|extendedaddress)|pobox/, is(null, 0.9)],
  [/^(売(上|掛)先|支払先)(名称?)?$|^アカウント名称?$/, is("company", 0.9)],
  [/資本金|資本|capital/, is(null, 0.98)],
  // Somebody beside the customer, who is it only where nobody else is named.
  [
    /^(ご?配偶者|ご?家族|お?子(様|さま|ども?|供)|同行者|同伴者|同居人|(連帯|身元)?保証人|緊急連絡先|相続人|後見人|主治医|担任)(様|さん)?の?(ご?氏名|お?名前|名)(様)?$/,
    is("person", 0.55, { rank: 9 }),
  ],
  // Firms and people that somebody else is to the customer, and what a firm was called once.
  [
    /^(旧|前)(社名|会社名?|商号|名称|法人名|企業名|屋号|勤務先名?|職)|紹介(元|先|会社|企業|店)|(親|子|関連|関係|グループ)会社|競合|ライバル|他社|同業|(メイン|取引|主要|主力|引落)バンク|金融機関|(施工|管理|保険|リース|運送|運輸|配送|保証|信販|警備|清掃|広告|印刷|仲介|引越し?|派遣元|元受)(会社|業者)|(志望|出身|在籍|通学|母)校|^前任|^主要(な)?(取引先|仕入先|販売先|得意先|顧客)|(顧問|担当)(税理士|会計士|弁護士|社労士|薬剤師|医師?|士業)|^担当(店舗?|支店|拠点|地区|地域|エリア|ルート|コース|品目|商品|業務|内容|曜日)名?$|(可能|希望|営業|受付|滞在|対応|配達|配送|訪問|連絡)(時間帯?|時刻|曜日)/,
    is(null, 0.95),
  ],
  // 注文番号, 受付No: of a slip, not of whom it is for.
  [
    /^(売上|伝票|受注|ご?注文|発注|見積書?|請求書?|納品書?|出荷|入金|決済|受付|送り状|領収書?|修理|問い?合わ?せ)(管理)?(番号|no|id)$/,
    is(null, 0.95),
  ],
  // 親代理店ID, 紹介者コード: of somebody above or before him.
  [
    /^(親|上位|直上|紹介者|紹介元|推薦者|招待者)(者|代理店|会員|顧客|会社|取引先|アカウント)?(番号|コード|cd|no|id)$/,
    is(null, 0.95),
  ],
  // 施工エリア（都道府県）, 希望勤務地 都道府県: where something is done or wished for.
  [
    /^(地域|エリア|地区|方面|ブロック)$|(エリア|地域|地区|範囲|勤務地|希望地?|出身地?|本籍地?)の?(都道府県|市区?町?村)/,
    is(null, 0.92),
  ],
  [/(写真|画像|ロゴ|アイコン|photo|avatar)の?(url|パス|リンク|ファイル名?)$/, is(null, 0.95)],
  // 名前（ローマ字）, which is the name only where no other is.
  [/(氏名|名前|姓名)(ローマ字|アルファベット)/, is("person", 0.5, { rank: 9 })],
  [/^(友人|知人)|ローマ字|アルファベット|romaji$/, is(null, 0.9)],
  // 年商（直近期）, 売上高（前期決算）: of which year it is.
  [
    /^(年商|(年間)?売上(高|額|金額)?|(年間)?取引[高額])(直近|前期|当期|今期|前年|昨年|最新|決算)(期|年度?|決算|実績)*$/,
    is("amount", 0.93),
  ],
  [/^納税地$/, is("address", 0.9)],
  [
    /従業[員者]|社員数|人数|employee(s|count)|業種|業態|industry|締め?(開始|終了)?日|支払(?!い?(累計|総額|合計|金?額)|先(会社|企業|業者|コード|cd|番号|no|id))|回収(?!者)|与信|限度|信用|生年月日|誕生日|birth|性別|gender|^sex$|設立|創業|創立|事業開始|略歴|経歴|職歴|学歴|端数|決算|証券|上場|連結|銀行|口座(?!開設)|緯度|経度|latitude|longitude|掛率|税(?!理士|務署|庁)|(見積|見込み?|予想|予測|想定|予算|目標|値引|(?<![購納仕収])入金|前受|未収|保証|預か?り|借入|消費|手数|初期|延滞|滞納|未払|保険)(料|金)?(総|合計)?(額|計)?$|(純|総)資産|年収|送料|定価|敷金|ランク|rank|英字|英語|英名|英文|english|略称|略名|更新|変更|最終|最新|解約|解除|終了|満了|満期|閉鎖|期限|有効|退[会塾学園社職居]|(医籍|車両|商標|免許).{0,2}登録|脱退|休会|前回|次回|予定|命日|没年|車検|年式|初度|納期|(?<!始)期日|開業|開店|廃業|直近(?!.*(売上|額|高))|last(contact|activity|modified|update|order|visit)|update|modified|件数|曜日|回数|点数|枚数|台数|数量|単価|残高|粗利|利益|原価|売上(区分|構成|比率|伸|順位|対比)|構成比|前年比|単位|年齢|血液|続柄|工期|趣味|パスワード|password|image|close(date|cause)|hihyoji|kind$|process|assignment|outside/,
    is(null, 0.95),
  ],
  [
    /(住所|都道府県|県|市区?町?村|郡|地区|地域|エリア|担当|担当者|営業|社員|部門|部署|業種|区分|国|性別|ランク|支店|倉庫|商品|品目|広告|媒体|キャンペーン|車種|案件)(コード|cd|code|番号$|no$)/,
    is(null, 0.92),
  ],
  [/(tel|電話|phone).{0,6}fax/, is("phone", 0.85)],
  [/fax|ファックス|ファクス|ファクシミリ/, is("fax", 0.95)],
  [/インボイス|適格請求|登録番号|^t番号|invoice(registration)?(number|no)/, is("invoiceNumber", 0.95)],
  [/法人番号|corporate(number|no|id)|法人no/, is("corporateNumber", 0.97)],
  [/^郵便番号(と|及び)?(住所|所在地)$|(住所|所在地)郵便番号(を?含|込|付|から|入り)/, is("address", 0.93)],
  [/郵便(?!物)|ユウビン|ゆうびん|yuu?bin|zip|postal|postcode|^郵便$/, is("postal", 0.95)],
  [/(可否|不可|フラグ|flag|オプトイン|optin|optout)$/, is(null, 0.9)],
  [/^所属(団体|企業|会社|組織|法人|先)名?$/, is("company", 0.9)],
  [/(メール|mail|メアド|メルアド|めーる)(?!マガ|配信|区分|可否)/, is("email", 0.95)],
  [/内線|extension|^ext$/, is("extension", 0.9)],
  [/携帯|mobile|cell|ケータイ|けいたい|スマホ|phs|モバイル/, is("mobile", 0.95)],
  [/^代表番号$|^日中の?ご?連絡先/, is("phone", 0.85)],
  [/電話|denwa|^tel|tel$|tel(no|番号|ephone|\d)|phone(?!tic)|直通|でんわ|テレフォン/, is("phone", 0.95)],
  [/url|ホームページ|^hp$|hpアドレス|web|homepage|ウェブ|^サイト$|ドメイン|domain/, is("url", 0.92)],
  [
    /都道府県名?(から|より|以降|以下|以外|を?除|抜き|を?含)|都道府県.*市区?町?村|都道府県.*市郡区|pref.*city|市区?郡?町?村.*(番地|以降|以下)/,
    is("address", 0.85),
  ],
  [
    /都道府県|^県名?$|府県|prefecture|^pref|^state|province|addressstate|address\d?region$/,
    is("prefecture", 0.95),
  ],
  [/(住所|所在地).{0,3}番地まで/, is("address", 0.9)],
  [/番地|町域|町名|丁目|以降|以下|street|字名|大字|それ以外|続き/, is("street", 0.9)],
  [/建物|ビル|マンション|building|号室|部屋|方書|階数|アパート|bldg/, is("building", 0.92)],
  [
    /市区町村|市区郡|市町村|市郡区|区市町村|^city|cityname|市区$|suburb|^town|(address\d?|billing|shipping|mailing|business|home|work|other)city|郡市区/,
    is("city", 0.93),
  ],
  [new RegExp(`^(住所|所在地|本社所在地|会社住所|address|アドレス)\\d?(${KANA})`), is(null, 0.9)],
  [
    /住所[2二]|所在地[2二]|address(line)?2|addr2|j(yu?u?|uu?)s[hy]o2/,
    is("building", 0.7, { open: "address", rank: 2 }),
  ],
  [
    /住所[3三]|所在地[3三]|address(line)?3|addr3|j(yu?u?|uu?)s[hy]o3/,
    is("building", 0.7, { open: "address", rank: 3 }),
  ],
  [/住所|所在地|ジュウショ|j(yu?u?|uu?)s[hy]o|address(?!code)|addr$/, is("address", 0.93)],
  [/^アドレス$/, is("address", 0.5, { open: "contact" })],
  [
    /^[ご御]?連絡先(番号)?\d?$|(者|人|主|様)[ご御]?連絡先$|^contactinfo$/,
    is("phone", 0.5, { open: "contact" }),
  ],
  [/^(シメイ|しめい)(カナ|かな)?$/, is("personKana", 0.9)],
  [/^(カイシャ|かいしゃ|シャ|トクイサキ|トリヒキサキ)(メイ|めい)(カナ|かな)?$/, is("companyKana", 0.9)],
  [
    new RegExp(
      `^(姓|氏|苗字|名字|lastname|surname|familyname|last)(の)?(${KANA})|^(セイ|せい|みょうじ|sei)$|phoneticlast|(姓|セイ)(カナ|かな)$`,
    ),
    is("lastNameKana", 0.95),
  ],
  [
    new RegExp(
      `^(名|firstname|givenname|first)(の)?(${KANA})|^(メイ|めい|mei)$|phoneticfirst|(^名|メイ|の名)(カナ|かな)$`,
    ),
    is("firstNameKana", 0.95),
  ],
  [new RegExp(`^(${COMPANY})(の)?(${KANA})(名称?|メイ)$`), is("companyKana", 0.93)],
  [new RegExp(`(${KANA}).*(姓|セイ)$`), is("lastNameKana", 0.93)],
  [new RegExp(`.(${KANA})(名|メイ)$|^(フリガナ|ふりがな)(名|メイ)$`), is("firstNameKana", 0.9)],
  [new RegExp(`(${HUMAN}).*(${KANA})|(${KANA}).*(${HUMAN})`), is("personKana", 0.93)],
  [new RegExp(`(${COMPANY}|名称).*(${KANA})|(${KANA}).*(${COMPANY})`), is("companyKana", 0.94)],
  [
    new RegExp(`^(${KANA}|カナ名|かな名|カナ氏名|カナメイ|カナシメイ)\\d?$`),
    is("companyKana", 0.6, { open: "kana" }),
  ],
  [/^(ふりがな|フリガナ)/, is("companyKana", 0.5, { open: "kana" })],
  [
    /^お?(姓|苗字|名字|氏)(漢字|漢|1)?$|ラストネーム$|ファミリーネーム$|^(lastname|surname|familyname|last|family)(kanji)?$|名姓$|名前姓|(担当者?|氏名|代表者|本人|contact|お名前)の?(姓|苗字|lastname|last)$/,
    is("lastName", 0.97),
  ],
  [
    /^(名|お?名前名|下の名前)(漢字|漢|1)?$|ファーストネーム$|^(firstname|givenname|given|first|forename)(kanji)?$|名名$|名前名$|(担当者?|代表者|本人|contact|お名前)の?(下の名前|firstname|first)$/,
    is("firstName", 0.97),
  ],
  [/^(電話番?号?|tel)?(市外局番|市内局番|加入者番号)$/, is("phone", 0.9)],
  [/敬称|honorific|^様$|prefix$/, is("honorific", 0.9)],
  [
    /部署|所属|部門|部課|department|dept|division|事業部|^課名?$|担当(課|係|部)名?$|^部$|課係/,
    is("department", 0.93),
  ],
  [
    /役職(?!.*(氏名|名前)$)|肩書|役位|職位|職名|jobtitle|title$|contacttitle|position|職責|(?<!締)役名/,
    is("title", 0.94),
  ],
  [/拠点|支店|営業所|支社|site|branch|出張所/, is("site", 0.85)],
  [
    /(取引|初回|初[^回]{1,4}|新規|契約|顧客|得意先|会員|入[会塾学園居]|加入|加盟|利用|導入|成約|受注|名刺|登録|作成|交換|獲得).*(開始|年月日|日付|日時|日$|年月$|時期)|取引開始|(?<!番号|no)開始年?月?日?$|初回?(取引|契約|受注|購入|来店|来院|診)|^(はじめて|初めて)の|(取引|来店|来院|購入|利用|注文|受注|契約)日?初回|^初回ご?(入庫|利用|訪問|施工|納品|発注|注文|出荷|宿泊|ご?来店|ご?利用)$|(?<![終])始期日?$|取引先登録|名刺交換(?!者)|(customer|client|relationship)(since|start)|customersince|since$|first(order|contact|purchase|transaction)|start(ed)?(date|on)|(trad(e|ing)|transaction|dealing|business)s?(start|since|began|from)|card(exchanged?|received)|exchange(d|date)|registered|^reg(ister|istration|ist)?date$|registration(date)?$|subscri(bed|ption)(date|on|at)$|追加日時?$|^(toroku|touroku)(bi|date|dt)$|created|date(added|created)|contractdate|^取引日$|^日付$|^date$|開拓日|口座開設/,
    is("date", 0.9, { rank: 5 }),
  ],
  [
    /取引額|取引金額|取引高|売上|年商|購入金?額|購買金?額|受注金?額|販売金?額|請求金?額|発注金?額|契約金額|請負(金?額|高)|成約(金?額|高)|工事金額|月商|(受注|工事|完工|生産|出荷)高|(契約|販売|出稿|取扱い?|扱い?|寄付金?|支援|納入|納品|仕入|入庫|支払い?|施工|整備|宿泊|保守)(額|高|金額|総額)|(工事|施工|制作|請負)代金|(寄付金?|支払い?|入庫|来店|仕入|納入|金額|額|高)(の)?(累計|合計)|累計(金?額|.{0,5}額|入庫)|年[間額](運賃|.{0,4}料)|ltv|lifetimevalue|ordertotal|お?買い?上げ?(?!点|回|日|店|商品|品|頻)(金?額|高|実績|累計|合計)?|お?買い?物金?額|ご?利用金?額|取引実績|年間.*額|累計.*額|^金額|総額|合計金?額|amount|(?<!担当|営業|者)sales$|^sales((amount|total|[km]?(jpy|yen))|(百万|千|万)?円$)|revenue|turnover|spend|annualsales/,
    is("amount", 0.9, { rank: 5 }),
  ],
  [
    new RegExp(
      `^(${OURS}).*(担当|員|マン|者|名|部員|オーナー|窓口)|担当(営業|社員|セールス|mr)|^営業$|営業担当|^セールス$|^受け?持ち?者?名?$|(?<![荷店施家帯業])主担当|副?担当営業|owner|salesrep|salesperson|accountmanager|representative$|accountexec(utive)?|(relationship|sales|customer|success)manager|(名刺)?(交換|回収|取得|獲得)者$|^(取扱者|募集人|名刺(所有|所持)者)$|^rep$|assigned(to|rep|staff|user|sales)|sales(staff|member|man)$|^(主|副|正)?(担当|窓口|責任者)(者|員|者名|担当者?)?(弊社|当社|自社|社内|営業)$|^(弊社|自社|当社|社内|我社)(側|営業|営業部|セールス)?$`,
    ),
    is("owner", 0.95),
  ],
  [/^(登録|入力|受付|処理|作成|手配)担当(者|者名)?$/, is("owner", 0.75)],
  [/(担当|営業|社員|部門)(者|員|ユーザー|スタッフ|社員)?(コード|cd|番号|id|no)/, is(null, 0.9)],
  [
    new RegExp(
      `^(賛助|特別|お|${COMPANY}|管理|edinet|旧|新|システム|基幹|販売管理|会計|crm|登録|会員|卸先|帳合先|配送先|提携先|施工先|患者|診察券|カルテ|組合員|加盟店|生徒|塾生|受講者|利用者|ユーザー|支援者|寄付者|檀家|荷主|顧問先?|関与先|契約者?|お?取引|枝番|識別)+.*(コード|cd|code|番号|no\\d?|id|ナンバー|略号|num(ber)?)\\d?$`,
    ),
    is("customerCode", 0.93),
  ],
  [
    /^(会員|ポイント|メンバーズ)?カード(番号|no)$|^(コード|cd|code|番号|no\d?|id|管理番号|整理番号|ナンバー|コードno|コード番号|recordid|identifier|key|顧客|ref|店番)$|コード$|(^|[^a-z])cd$|^(tokuisaki|torihiki(saki)?|kokyaku|shiiresaki|kaisha|kaiin|cust|client)(cd|code|no|id)$|externalid/,
    is("customerCode", 0.6, { open: "code" }),
  ],
  [/区分|種別|取引種|分類|属性|タイプ|^type$|カテゴリ|category|ステータス|status|状態/, is("role", 0.6)],
  [
    /備考|備忘|引き?継ぎ?(事項|内容|メモ|$)|注記|特筆|所見|連絡事項|bik(ou|o)$|メモ|めも|摘要|notes?$|^notes?|remarks?|comments?|特記|付記|申し?送り|[ご御]?要望|コメント|memo|補足|注意|特徴|説明|description/,
    is("note", 0.93),
  ],
  [
    new RegExp(
      `^(${THEIRS}).*(担当|ご?氏名|名前|窓口)|窓口|先方|ご担当|御担当|担当者様|担当様|キーマン|キーパーソン|決裁者`,
    ),
    is("person", 0.92),
  ],
  [
    /^(主)?担当(者)?(名|氏名|社員)?\d?$|^(担|係|係員|担当係)$|^担当者|^タントウ(シャ|メイ)?$|^責任者名?$|^tantou?$|^charge$|^pic$|^(tantou?(sha)?|contact)(nm|mei)$|(person|staff)incharge|^staff$/,
    is("person", 0.6, { open: "charge" }),
  ],
  [
    /代表者|社長名|^(店|院|園|学?校|施設|所)長(名|氏名|先生|様)?$|代表取締役|president|ceo/,
    is("person", 0.55, { rank: 9 }),
  ],
  [
    /^(ご)?(氏名|お?名前|shimei|namae|姓名|フルネーム|個人名|会員名|担当者氏名|人名|本名|[ご御]?芳名|[ご御]?尊名|漢字氏名|(お?名前|氏名|姓名|担当者名?|ご?担当者氏名)漢字|漢字(氏名|お?名前|姓名))\d?$|contact(name|person)?$|コンタクト(先|名|パーソン)?$|フルネーム(漢字)?$|fullname|^person|displayname|氏名$|personname|^attn/,
    is("person", 0.9),
  ],
  // Who made what the customer has; the customer only where nobody else is named.
  [/^(メーカー|製造元|製造業者|ブランド)名?$/, is("company", 0.55, { rank: 9 })],
  [/^(会社|企業|法人|団体|組織|事業者|取引企業)名称?$/, is("company", 0.93)],
  [
    /^(name|名称|宛名|お?名|得意先|取引先|顧客|お客様)(1|漢字)?$|^(施主|発注者|注文者|購入者|申込者|依頼者|予約者|所有者|契約者|契約先)(様名|氏名|名)?$|^(お?届け?先|配送先|発送先|送付先|納品先|納入先)(様名|名|名称)$|^お?(客様|顧客|会員)名|customername|^customer$|^client(name)?$|名称$/,
    is("company", 0.8, { open: "name" }),
  ],
  [
    new RegExp(
      `^[おご御貴]?(所属|導入|契約|ユーザー|利用|参加|出展|来場|応募|提携|登録|対象)?(${COMPANY})+(の)?(正式|漢字)?(様名|名称|名前|名|name)?(漢字|正式名称?|正式|日本語|和文)?\\d?$`,
    ),
    is("company", 0.93),
  ],
  [
    /社名|kaisha|法人名|企業名|得意先名|取引先名|会社名|団体名|company|organi[sz]ation|商号|屋号|公司/,
    is("company", 0.93),
  ],
  // 会員様お名前, 保護者様のお名前: whoever it is; not of a pet or a shop.
  [/(ペット|愛犬|愛猫|お子|商品|作品|物件|店)(様|さん)?の?お名前$/, is(null, 0.9)],
  [/お名前$/, is("person", 0.85)],
  // 担当SE, 保守担当, 主任弁護士の担当: a charge of a kind nobody listed.
  [/^.{0,14}担当.{0,10}$/, is("person", 0.55, { open: "charge" })],
  // 患者カナ, 保護者よみ: the reading of whatever stands beside it.
  [new RegExp(`^.{1,14}(${KANA})$`), is("companyKana", 0.55, { open: "kana" })],
];
