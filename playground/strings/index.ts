import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The playground's own texts. Those under `playground.client.` are handed to the page's script. */
export const strings = { ja, en } satisfies Record<"ja" | "en", Record<string, string>>;
