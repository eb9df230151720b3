import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unescapeTyped } from "../../slack-app/text.ts";
import { addDays, dateLabel, dayLabel, isDay } from "../../slack-app/words/days.ts";
import { namesIn } from "../../slack-app/words/names-in.ts";
import { readCommand, readJoined } from "../../slack-app/words/read-command.ts";
import { findVerb, verbs } from "../../slack-app/words/verbs.ts";

/** What thumbs type for each verb, as the list of words has it. */
const typed: Record<string, string> = {
  検索: "けんさく さがす 探す 誰 だれ どこ 客 s find",
  記録: "きろく ログ メモ めも 報告 ＋ l log",
  電話: "でんわ TEL tel ℡ 📞 架電 荷電 入電 受電 ﾃﾞﾝﾜ ＴＥＬ",
  訪問: "ほうもん 往訪 行った",
  打合せ: "打ち合わせ うちあわせ MTG mtg ＭＴＧ 会議 zoom",
  FAX: "ファックス fax ＦＡＸ ﾌｧｯｸｽ",
  面談: "商談",
  約束: "やくそく 宿題 回答 〆切 promise",
  フォロー: "ふぉろー ﾌｫﾛｰ 予定 次回 やること todo タスク リマインド f",
  アポ: "あぽ AP ap 訪問予定 アポ取れた ｱﾎﾟ",
  伝言: "でんごん 折返し 折り返し おりかえし 電話あり TELあり",
  済: "すみ 済み 完了 終わり おわり ok OK ✅ done",
  延期: "あとで 明日に ずらす リスケ",
  今日: "きょう 明日 今週 期限切れ 予定一覧",
  引き継ぎ: "引継ぎ 引継 ひきつぎ 担当変更 担当替え 交代",
  不在: "ふざい 休み 有給 代理 代行 留守",
  案件: "あんけん 引合 引き合い",
  見積: "みつもり 見積り 見積もり 見積書",
  受注: "決まった 取れた 🎉",
  失注: "負け ボツ 見送り",
  ヨミ: "よみ 読み ヨミ表 今月 見込",
  問い合わせ: "問合せ といあわせ 質問",
  日報: "にっぽう 週報",
  ご無沙汰: "ごぶさた 休眠 放置 ほったらかし",
  診断: "健康診断 しんだん 集計",
  重複: "ちょうふく じゅうふく ダブり だぶり 名寄せ",
  取込: "取り込み とりこみ インポート",
  取消: "とりけし 戻す 間違えた やめる",
  使い方: "ヘルプ ? わからん つかいかた help ？",
  設定: "せってい",
};

describe("verbs", () => {
  for (const [name, aliases] of Object.entries(typed)) {
    it(`knows ${name} in every writing that people use`, () => {
      for (const word of [name, ...aliases.split(" ")])
        expect([word, findVerb(word)?.name]).toEqual([word, name]);
    });
  }

  it("gives no word to two verbs", () => {
    const words = verbs.flatMap((verb) => [verb.name, ...verb.aliases]);

    expect(new Set(words).size).toBe(words.length);
  });
});

describe("what is typed behind /crm", () => {
  const read = (text: string) => {
    const command = readCommand(text);
    return command.kind === "verb" ? [command.verb.name, command.rest] : [command.kind];
  };

  it("takes every kind of blank for one", () => {
    for (const blank of [" ", "\u3000", "\u00a0", "\u200b", "\n", " \u3000\u00a0"]) {
      expect(read(`${blank}電話${blank}田中商事${blank}`)).toEqual(["電話", "田中商事"]);
    }
  });

  it("shows the menu for nothing at all", () => {
    for (const nothing of ["", " ", "\u3000\u200b", "\n"]) expect(read(nothing)).toEqual(["menu"]);
  });

  it("takes the first word for a verb only when the rest fits it", () => {
    expect(read("今日")).toEqual(["今日", ""]);
    expect(read("今日 期限切れ")).toEqual(["今日", "期限切れ"]);
    expect(read("今日 田中商事に訪問")).toEqual(["line"]);
    expect(read("明日 10時 北陸物産")).toEqual(["line"]);
    expect(read("使い方")).toEqual(["使い方", ""]);
    expect(read("ヘルプ 検索")).toEqual(["使い方", "検索"]);
    expect(read("公開 株式会社")).toEqual(["line"]);
    expect(read("田中 電話")).toEqual(["line"]);
  });

  it("reads a mark instead of a blank, and signs that are attached", () => {
    expect(read("電話、田中商事")).toEqual(["電話", "田中商事"]);
    expect(read("検索：田中")).toEqual(["検索", "田中"]);
    expect(read("?田中")).toEqual(["検索", "田中"]);
    expect(read("？田中")).toEqual(["検索", "田中"]);
    expect(read("＋田中商事 見積の件")).toEqual(["記録", "田中商事 見積の件"]);
    expect(read("📞 田中商事")).toEqual(["電話", "田中商事"]);
    expect(read("?")).toEqual(["使い方", ""]);
  });

  it("finds a verb that stands against a name", () => {
    expect(readJoined("検索田中")).toMatchObject({ word: "検索", rest: "田中" });
    expect(readJoined("済丸八")).toMatchObject({ word: "済", rest: "丸八" });
    expect(readJoined("引き継ぎ田中商事")).toMatchObject({ word: "引き継ぎ", rest: "田中商事" });
    expect(readJoined("田中商事")).toBeNull();
    expect(readJoined("検索")).toBeNull();
  });

  it("lets a plugin's verb win over a line", () => {
    const plugin = { verb: "要注意", aliases: ["地雷"] };

    expect(readCommand("地雷 田中商事 支払いが遅い", [plugin])).toMatchObject({
      kind: "plugin",
      rest: "田中商事 支払いが遅い",
    });
  });

  it("reads any text without failing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void readCommand(text)));
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void namesIn(text)));
  });

  it("undoes what Slack does to a typed line", () => {
    expect(unescapeTyped("A&amp;B &lt;社&gt;")).toBe("A&B <社>");
    expect(unescapeTyped("<@U1|sato> みなと食品")).toBe("<@U1> みなと食品");
    expect(unescapeTyped("<mailto:a@b.jp|a@b.jp> <http://a.jp|a.jp> <#C1|general>")).toBe(
      "a@b.jp a.jp #general",
    );
  });
});

describe("names in a line", () => {
  it("finds a name that stands against other words", () => {
    expect(namesIn("田中商事でんわ　来週火曜に見積")).toContain("田中商事");
    expect(namesIn("今TEL三和電機 納期12/10でOK")).toContain("三和電機");
    expect(namesIn("tel 丸八金属山田部長")).toContain("丸八金属");
    expect(namesIn("昨日訪問 高橋工務店 社長不在")).toContain("高橋工務店");
  });

  it("takes one word that nobody is called for no name", () => {
    expect(namesIn("たなばた")).toEqual([]);
    expect(namesIn("ほげほげ商会")).toEqual(["ほげほげ"]);
  });

  it("takes neither verbs nor days for names", () => {
    expect(namesIn("昨日 電話 来週火曜")).toEqual([]);
  });
});

describe("days", () => {
  it("says near days by their names and others with their weekday", () => {
    const today = "2026-11-21";

    expect(
      ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24", "2027-01-29"].map((day) =>
        dayLabel(day, today, "ja"),
      ),
    ).toEqual(["昨日", "今日", "明日", "11/24(火)", "2027/1/29(金)"]);
    expect(dateLabel("2026-11-24", today, "en")).toBe("Tue 11-24");
  });

  it("knows the days of the calendar", () => {
    expect(["2026-11-30", "2026-11-31", "2026-02-29", "2028-02-29", "x"].map(isDay)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});
