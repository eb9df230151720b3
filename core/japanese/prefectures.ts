import { MUNICIPALITIES } from "./municipalities.ts";

/** The 47 prefectures from north to south, in full. */
export const PREFECTURES: readonly string[] = Object.keys(MUNICIPALITIES);
