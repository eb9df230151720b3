import { expect, it } from "vitest";
import { placeUsers } from "../../../playground/slack-front/directory.ts";
import { escapeTyped } from "../../../playground/slack-front/typed-text.ts";

const users = placeUsers([
  { id: "U1", name: "sato", realName: "佐藤 大輔", email: "" },
  { id: "U2", name: "suzuki-ken", realName: "鈴木 健", email: "" },
  { id: "U3", name: "suzuki-makoto", realName: "鈴木 真", email: "" },
  { id: "U4", name: "tanaka", realName: "田中 一", email: "", deleted: true },
]);
const channels = [{ id: "C1", name: "営業部", withBot: false }];

it.each([
  ["@佐藤 みなと食品", "<@U1|sato> みなと食品"],
  ["＠佐藤大輔さん", "<@U1|sato>さん"],
  ["@suzuki-ken　同行", "<@U2|suzuki-ken>　同行"],
  ["@鈴木 さん", "@鈴木 さん"],
  ["@鈴木真へ", "<@U3|suzuki-makoto>へ"],
  ["@tanaka", "@tanaka"],
  ["ベアリング500個@1,280", "ベアリング500個@1,280"],
  ["#営業部に", "<#C1|営業部>に"],
  ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
  ["<!channel>", "&lt;!channel&gt;"],
])("sends %s as %s", (typed, sent) => {
  expect(escapeTyped(typed, users, channels)).toBe(sent);
});
