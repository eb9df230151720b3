import { defineImportPreset } from "../../index.ts";

/** Every app has columns of its own; those that kintone adds to each record are known, and those of its 顧客管理 app. */
export const kintone = defineImportPreset({
  id: "kintone",
  product: "kintone",
  source:
    "kintone ヘルプ, レコードのデータをファイルに書き出す, https://jp.cybozu.help/k/ja/app/operations/output_file.html",
  signatures: [
    ["レコード番号", "作成日時", "更新日時"],
    ["レコード番号", "作成者", "更新者"],
    ["$id", "$revision"],
  ],
  columns: {
    レコード番号: null,
    作成者: null,
    作成日時: null,
    更新者: null,
    更新日時: null,
    $id: null,
    $revision: null,
    レコードの開始行: null,
    ステータス: null,
    作業者: null,
    会社名: "company",
    顧客名: "company",
    部署名: "department",
    役職: "title",
    担当者名: "person",
    先方担当者: "person",
    自社担当者: "owner",
    営業担当者: "owner",
    郵便番号: "postal",
    住所: "address",
    TEL: "phone",
    FAX: "fax",
    メールアドレス: "email",
    備考: "note",
  },
});
