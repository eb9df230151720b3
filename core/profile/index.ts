/** The one place that reads several nouns' tables: profile, search, who is behind a mail, the book of the line reader. */
export { bookFor, type LoadedBook, loadBook } from "./book.ts";
export { findByMail } from "./find-by-mail.ts";
export { getProfile } from "./get.ts";
export { type SearchHit, searchCustomers } from "./search.ts";
export type { Profile } from "./shapes.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
