import { readFileSync } from "node:fs";

/** The stylesheet of drawn cards; its colours follow the page's own where it has some. */
export const cardStyles: string = readFileSync(new URL("./card.css", import.meta.url), "utf8");
