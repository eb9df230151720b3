/** Texts of the purchases. */
export const strings = {
  ja: {
    "error.purchase_says_nothing": "品目か金額のどちらかを入れてください。",
    "error.already_purchased": "この購入はもう登録されています。",
  },
  en: {
    "error.purchase_says_nothing": "Give an item or an amount.",
    "error.already_purchased": "This purchase is there already.",
  },
};
