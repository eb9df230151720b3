import { z } from "zod";
import { type Message, md, message, section } from "../blocks/index.ts";
import type { Speech } from "../text.ts";

const notice = z.object({
  fileName: z.string(),
  created: z.number(),
  updated: z.number(),
  /** The first few of them. */
  names: z.array(z.string()),
});

/** What an import did to the customers of one owner: one message, however many they are. */
export function importMessage(payload: object, { t }: Speech): Message {
  const { fileName, created, updated, names } = notice.parse(payload);
  const title = t("slack.import.notice", { file: fileName, created, updated });
  const listed = names.slice(0, 5).join("、") + (created + updated > names.length ? " …" : "");
  return message(title, [section(md`${title}\n${listed}`)]);
}
