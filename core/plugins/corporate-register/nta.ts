import { defineImportPreset } from "../../index.ts";

/** In the order of the file, under the names that the Web-API gives them. */
const NAMES = [
  "sequenceNumber",
  "corporateNumber",
  "process",
  "correct",
  "updateDate",
  "changeDate",
  "name",
  "nameImageId",
  "kind",
  "prefectureName",
  "cityName",
  "streetNumber",
  "addressImageId",
  "prefectureCode",
  "cityCode",
  "postCode",
  "addressOutside",
  "addressOutsideImageId",
  "closeDate",
  "closeCause",
  "successorCorporateNumber",
  "changeCause",
  "assignmentDate",
  "latest",
  "enName",
  "enPrefectureName",
  "enCityName",
  "enAddressOutside",
  "furigana",
  "hihyoji",
] as const;

const KNOWN = {
  corporateNumber: "corporateNumber",
  name: "company",
  furigana: "companyKana",
  prefectureName: "prefecture",
  cityName: "city",
  streetNumber: "street",
  postCode: "postal",
} as const;

/** The register of corporate numbers; its file has 30 columns and no header. None of its dates is that of a relationship. */
export const nta = defineImportPreset({
  id: "nta",
  product: "国税庁 法人番号公表サイト",
  source:
    "国税庁法人番号公表サイト, リソース定義書 (全件・差分データファイル), https://www.houjin-bangou.nta.go.jp/documents/k-resource-dl-ver4.pdf",
  signatures: [["corporateNumber", "nameImageId", "streetNumber"]],
  columns: { ...Object.fromEntries(NAMES.map((name) => [name, null])), ...KNOWN },
  headerless: {
    names: NAMES,
    looks: {
      sequenceNumber: /^\d+$/,
      corporateNumber: /^\d{13}$/,
      process: /^\d{2}$|^\p{sc=Han}+$/u,
      correct: /^[01]$/,
      updateDate: /^\d{4}-\d{2}-\d{2}$/,
      latest: /^[01]$/,
    },
  },
});
