import { expect, test } from "vitest";
import { lintMessage } from "../../playground/slack-front/lint/index.ts";
import { importMessage } from "../../slack-app/imports/notice.ts";
import { strings } from "../../slack-app/strings/index.ts";

const speech = {
  locale: "ja" as const,
  today: "2026-11-21",
  timeZone: "Asia/Tokyo",
  t: (key: string, params: Record<string, unknown> = {}) =>
    (strings.ja as Record<string, string>)[key]!.replaceAll(/\{(\w+)\}/g, (_, name) => String(params[name])),
};

test("tells an owner in one message what an import did to their customers, and pings nobody", () => {
  const message = importMessage(
    { fileName: "<!channel>.csv", created: 12, updated: 3, names: ["田中商事", "<@U1>"] },
    speech,
  );

  expect(message.text).toContain("新規 12 件、更新 3 件");
  expect(JSON.stringify(message.blocks)).not.toContain("<!channel>");
  expect(lintMessage(message as never)).toEqual([]);
});
