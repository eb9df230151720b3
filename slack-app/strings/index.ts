import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** What people read in Slack. */
export const strings = { ja: ja as Record<string, string>, en: en as Record<string, string> };
