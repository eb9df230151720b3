import { describe, expect, it } from "vitest";
import { type CustomerField, fieldOf } from "../../../core/imports/reading/fields.ts";
import { readLabel } from "../../../core/imports/reading/labels.ts";

const KNOWN: Record<CustomerField | "none", string> = {
  company:
    "会社名 支払先名 企業名 法人名 社名 貴社名 御社名 得意先名 得意先名称 取引先名 取引先 顧客名 客先名 お客様名 お客さま名 アカウント名 tokuisaki_mei 仕入先名 納入先名 請求先名 請求先名称 商号 屋号 商号又は名称 団体名 組織名 会社 勤務先 勤務先名 会社名称 会社名(漢字) 会社名（正式名称） 得意先名（略称不可） 売上先 ■会社名 会社名※必須 提出者名 事業者名 店舗名 施設名 取引先名称 得意先名1 Company CompanyName companyName company_name Organization Account_Name CustomerName 会社・団体名 会社名/屋号 貴社名・団体名 届け先名 販売先名 得意先正式名称 所属団体 取引企業 お取引先 エンドユーザー名 お得意様名 お勤め先名 クライアント名 所属企業名 導入企業 契約企業名 支払先会社名 取引業者名 委託先名 代理店名 特約店名 加盟店 顧問先名 外注先 病院名",
  companyKana:
    "会社名カナ 得意先カナ名 会社名フリガナ 会社名（カナ） 会社名（ふりがな） 得意先カナ 得意先名カナ 得意先フリガナ 取引先名（カナ） 顧客名カナ 法人名フリガナ 社名カナ 提出者名（ヨミ） カナ会社名 会社名よみ companyKana company_kana CompanyNameKana 得意先名ｶﾅ 企業名フリガナ フリガナ（会社名） カイシャメイ(カナ) 名称カナ 会社ふりがな 屋号カナ 商号フリガナ",
  person:
    "氏名 お名前 先方担当 先方担当者 先方担当者名 先方ご担当者 ご担当者名 ご担当者 ご担当者様 御担当者 貴社担当者 窓口担当者 客先担当者 得意先担当者 取引先担当者 担当者氏名 窓口 ContactName contact_name contactPerson FullName 顧客担当者 お客様担当者 担当者名（先方） 相手担当者 相手先担当者 お客様担当 納入先担当 お名前(漢字) 担当者名（漢字） ご芳名 会員様お名前 お名前(フルネーム) 来場者フルネーム コンタクト先 「お名前(フルネーム)」 お名前/Name ContactName/Name 氏名／Name",
  personKana:
    "氏名カナ 氏名フリガナ 氏名（カナ） お名前（フリガナ） 担当者カナ 担当者フリガナ 先方担当者カナ 氏名ふりがな カナ氏名 フリガナ（氏名） personKana 担当者名（カナ） 氏名(よみ) ご担当者フリガナ 担当者氏名カナ 氏名読み シメイ",
  lastName:
    "姓 苗字 名字 LastName last_name surname FamilyName 氏名（姓） お名前(姓) 担当者姓 姓（漢字） |姓／LastName 姓（LastName） ラストネーム",
  firstName:
    "名 FirstName first_name given_name GivenName 氏名（名） お名前(名) 担当者名(名) 名（漢字） 名／FirstName↓ 名（FirstName） ファーストネーム",
  department:
    "部署 部署名 所属 所属部署 部門 部署・所属 所属部署名 Department dept 部課名 課名 所属名 担当部署 先方部署 busho_mei",
  title: "役職 役職名 肩書 肩書き 職位 Title JobTitle job_title Position 役職・肩書 職名 contactTitle",
  email:
    "メール メールアドレス E-mail E-Mail Email e-mailアドレス mail MAIL Mailアドレス メアド Eメール Ｅメール ＥＭＡＩＬ 電子メール 代表メール EmailAddress email_address メールアドレス1 担当者メールアドレス E-mail1 メルアド",
  phone:
    "電話 電話番号 TEL Tel ＴＥＬ ℡ TEL番号 代表電話 代表電話番号 電話番号1 TEL1 TEL（代表） 会社電話 直通 直通電話 Phone phone_number PhoneNumber Telephone Tel.No 電話番号（固定） 電話番号(会社) 連絡先TEL 連絡先電話番号 BusinessPhone 固定電話 でんわ TEL/内線 電話番号（内線） TEL/FAX 電話・FAX 得意先電話番号 勤務先電話 代表番号 日中の連絡先 ご連絡先 TEL・携帯 電話番号（携帯可） ①電話番号 ﾃﾞﾝﾜ1 ﾃﾞﾝﾜﾊﾞﾝｺﾞｳ",
  mobile:
    "携帯 携帯電話 携帯番号 携帯電話番号 携帯TEL Mobile MobilePhone mobile_phone CellPhone 電話（携帯） 担当者携帯 モバイル スマホ 電話番号（携帯）",
  fax: "FAX Fax ＦＡＸ FAX番号 ファックス ファックス番号 ファクシミリ fax_number FaxNumber FAX No. ＦＡＸ番号 会社FAX BusinessFax",
  postal:
    "郵便番号 〒 〒番号 郵便 ZIP zip zipcode ZipCode 郵便No PostalCode postal_code 会社郵便番号 郵便番号（〒） 〒（郵便番号） ﾕｳﾋﾞﾝNo",
  prefecture:
    "都道府県 都道府県名 県名 県 府県 Prefecture pref State 住所（都道府県） 住所_都道府県 所在地（都道府県） 都道府県（住所） ④都道府県",
  city: "市区町村 市区郡 市町村 市区町村名 City 住所（市区町村） 市郡区 区市町村 市区",
  street:
    "番地 町域 町名・番地 丁目番地 町名番地 それ以降の住所 番地以降 以降の住所 住所（番地） Street 町域・番地 street_number 丁目・番地 住所（番地以降）",
  building:
    "建物名 建物 ビル名 建物名・部屋番号 マンション名 住所（建物名） building 建物名等 ビル・マンション名 建物・階数 方書",
  address:
    "住所 所在地 ご住所 本社所在地 会社住所 住所1 住所１ Address 所在地住所 本社住所 address1 事業所所在地 勤務先住所 得意先住所 請求先住所 住所（番地まで） 現住所 納税地 〒・住所 ご住所(〒含む) ｼﾞｭｳｼｮ 住所（都道府県以外） 都道府県以下 住所（都道府県から）",
  url: "URL ホームページ HP ＨＰ WEB Webサイト website ホームページURL HPアドレス homepage web_site 会社URL ウェブサイト",
  corporateNumber:
    "法人番号 法人番号（13桁） corporateNumber corporate_number 提出者法人番号 法人No 登録番号 インボイス番号 適格請求書発行事業者登録番号 インボイス登録番号 登録番号（T番号） 国税庁法人番号",
  customerCode:
    "identifier 得意先コード 得意先CD 得意先ｺｰﾄﾞ 顧客コード 顧客番号 顧客No 顧客ID 取引先コード 取引先CD 会員番号 お客様番号 お客様コード 仕入先コード コード CD 得意先No. 得意先番号 CustomerCode customer_id customerID client_code 管理番号 旧コード 旧得意先コード 請求先コード 取引先番号 会社コード 企業コード 販売管理コード 会計コード コード番号 AccountID 組合員番号 生徒ID 診察券番号 ユーザーNo 客先略号 tokuisaki_cd カード番号 Customer# 会員№ 派遣先コード 卸先コード 賛助会員番号 取引先コード（自社） 支払先コード お得意先コード TOKUI_CD torihikisakiCd ﾄｸｲｻｷｺｰﾄﾞ ｵｷｬｸｻﾏｺｰﾄﾞ",
  owner:
    "営業担当 営業担当者 営業担当者名 弊社担当 弊社担当者 自社担当 自社担当者 当社担当 当社担当者 担当営業 社内担当 担当社員 営業員 営業マン owner Owner AccountOwner SalesRep 営業担当者氏名 主担当 当社営業担当 担当営業員 当方担当 担当(弊社) 担当者（当社） 窓口(弊社) 登録担当 弊社営業 セールス 受持 受け持ち アカウントオーナー 名刺交換者 取扱者 営業窓口 RelationshipManager AccountExec eigyo_tanto eigyoTantoMei AssignedRep sales_staff 名刺回収者",
  date: "取引開始日 SubscriptionDate 追加日 取引開始年月日 取引開始 初回取引日 登録日 顧客登録日 取引開始年月 名刺交換日 登録年月日 登録日時 契約日 入会日 開始日 created_at CreatedDate registered_at 初回取引 取引先登録日 初回購入日 初回取引年月日 交換日 初取引 口座開設日 初診日 加入年月日 入塾日 導入日 成約日 受注日 初出稿日 新規来店日 取引日（初回） 初回入庫 はじめてのご来店 リード獲得日 reg_date 始期日 初回ご発注 入会日（和暦） ﾄｳﾛｸﾋﾞ ｼｮｶｲﾗｲﾃﾝﾋﾞ RelationshipStart torihiki_kaishi_bi keiyaku_ymd",
  amount:
    "取引額 年商（直近期） 売上高（前期決算） 取引金額 売上 売上高 売上金額 年商 年間売上 購入金額 年間取引額 売上（千円） 売上高（百万円） 取引高 累計売上 累計売上金額 sales_amount Amount 年間取引高 金額 前期売上高 取引額（千円） Revenue AnnualRevenue 年商（百万円） 購入総額 年間購入金額 売上(税抜) 年間購入額（税込） お買上金額 ご利用金額 契約金額 請負金額 月商 契約額 出稿金額（千円） 取扱高（千円） 寄付金累計 寄付金額合計 お支払い累計 工事代金 仕入金額（円） LTV Sales（千円） 年間運賃（千円） 年額契約料 OrderTotal ｳﾘｱｹﾞﾙｲｹｲ ｳﾘｱｹﾞｷﾝｶﾞｸ 購入合計金額 完成工事高（千円） 累計お支払額 年間納品額 uri_kin nenkan_uriage",
  note: "備考 備考欄 メモ 摘要 特記事項 Note Notes Remarks コメント Memo comment 補足 備考1 注意事項 申し送り事項 備忘 引継ぎ事項 注記 特筆事項 申送り 連絡事項 付記 ご要望",
  none: "資本金 資本金（千円） 従業員数 業種 決算月 決算日 締日 締め日 支払条件 支払サイト 与信限度額 生年月日 性別 設立年月日 設立 創業 更新日 最終取引日 最終更新日 最終訪問日 証券コード 上場区分 国 銀行名 口座番号 連番 英語社名 会社名（英字） 会社名（英語） 更新日時 変更日 ランク 信用ランク 担当者コード 担当コード 営業担当コード 社員数 解約日 年齢 代表者生年月日 会社設立日 前回訪問日 支払方法 回収条件 性別コード 業種コード 都道府県コード 市区町村コード メール配信 メールマガジン DM可否 敬称 契約満了日 保険満期日 前回取引日 次回予約日 退会日 最新ご来店 車検日 初度登録年月 開業日 見積金額 予算 敷金 年収 メルマガ購読 医籍登録日 借入総額 保険金額 見積合計 値引合計 純資産 ペットのお名前 本人との続柄 注文番号 伝票No 受付番号 修理番号 担当ユーザーID 親代理店ID 紹介者コード 施工エリア（都道府県） 希望勤務地_都道府県 地域 写真URL 代表者略歴 従業者_合計 事業開始日 金額端数 月締開始日 住所2カナ 友人知人1 契約工期（自） 買上点数 お買上日 お買い上げ回数 見込金額 旧社名 紹介元 親会社 顧問税理士 主要取引先 配達曜日 施工業者 管理会社 保険会社 志望校 前任担当 広告コード 担当店舗 担当税理士 電話可能時間",
};

describe("header labels", () => {
  for (const [field, labels] of Object.entries(KNOWN)) {
    it(`reads the headers of ${field}`, () => {
      const wrong: string[] = [];
      for (const label of labels.split(/ (?!No\.)/)) {
        const use = readLabel(label)?.use ?? null;
        const read = use === null ? "none" : (fieldOf(use) ?? "none");
        if (read !== field) wrong.push(`${label} → ${use}`);
      }
      expect(wrong).toEqual([]);
    });
  }
});
