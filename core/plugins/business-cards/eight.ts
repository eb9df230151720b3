import { defineImportPreset } from "../../index.ts";

/** Behind the fixed columns stand one for each label that the person made, with 1 where it holds. */
export const eight = defineImportPreset({
  id: "eight",
  product: "Eight",
  source:
    "Eight ヘルプ, 名刺データのダウンロード, https://help.8card.net/ (15 fixed columns, then one for each label)",
  signatures: [
    ["会社名", "TEL会社", "TEL部門", "TEL直通"],
    ["会社名", "TEL会社", "名刺交換日"],
  ],
  columns: {
    会社名: "company",
    部署名: "department",
    役職: "title",
    姓: "lastName",
    名: "firstName",
    氏名: "person",
    "e-mail": "email",
    郵便番号: "postal",
    住所: "address",
    TEL会社: "phone",
    TEL部門: "phone",
    TEL直通: "phone",
    Fax: "fax",
    携帯電話: "mobile",
    URL: "url",
    名刺交換日: "date",
  },
});
