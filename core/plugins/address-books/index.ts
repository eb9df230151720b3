import { definePlugin } from "../../index.ts";
import { fudemame } from "./fudemame.ts";
import { googleContacts } from "./google-contacts.ts";
import { outlook } from "./outlook.ts";
import { outlookJa } from "./outlook-ja.ts";

/** Reads the exports of address books: Google Contacts, Outlook, 筆まめ. */
export function addressBooks() {
  return definePlugin({
    name: "address-books",
    importPresets: [googleContacts, outlook, outlookJa, fudemame],
  });
}
