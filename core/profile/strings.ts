/** What people read about finding customers. */
export const strings = {
  ja: {
    "error.invalid_cursor": "続きの位置 (cursor) が正しくありません。最初のページから読み直してください。",
    "search.matched.name": "名前",
    "search.matched.reading": "よみ",
    "search.matched.code": "得意先コード",
    "search.matched.phone": "電話番号",
    "search.matched.mail": "メール",
    "search.matched.alias": "別名",
    "search.matched.merged": "まとめ済 → 現在の顧客",
  },
  en: {
    "error.invalid_cursor": "The cursor is not valid. Read again from the first page.",
    "search.matched.name": "Name",
    "search.matched.reading": "Reading",
    "search.matched.code": "Customer code",
    "search.matched.phone": "Phone",
    "search.matched.mail": "Mail",
    "search.matched.alias": "Other name",
    "search.matched.merged": "Merged → current customer",
  },
};
