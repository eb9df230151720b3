import { describe, expect, it } from "vitest";
import { readDisplayName } from "../../../workspace-addon/mail/display-name.ts";
import { parseMessage } from "../../../workspace-addon/mail/message.ts";
import { participantsOf } from "../../../workspace-addon/mail/participants.ts";
import { plainTextOf } from "../../../workspace-addon/mail/plain-text.ts";

const now = new Date("2026-11-21T09:00:00Z");
const raw = (headers: Record<string, string>, more: object = {}) => ({
  id: "m-1",
  threadId: "t-1",
  payload: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
  ...more,
});

describe("parseMessage", () => {
  it("reads the envelope, header names in any case", () => {
    const message = parseMessage(
      raw({
        FROM: "木村 <k@x.jp>",
        to: "s@e.jp",
        SUBJECT: "見積の\r\n 件",
        "Message-Id": "<abc@x.jp>",
        date: "Fri, 20 Nov 2026 15:00:00 +0900 (JST)",
      }),
      now,
    );

    expect(message).toMatchObject({
      from: { name: "木村", email: "k@x.jp" },
      to: [{ email: "s@e.jp" }],
      cc: [],
      subject: "見積の 件",
      rfcMessageId: "abc@x.jp",
      at: new Date("2026-11-20T06:00:00Z"),
    });
  });

  it("trusts Google's time when the sender's clock is far off or tells nothing", () => {
    const internalDate = String(now.getTime());
    expect(parseMessage(raw({ Date: "Thu, 01 Jan 1970 00:00:00 +0000" }, { internalDate }), now)?.at).toEqual(
      now,
    );
    expect(parseMessage(raw({ Date: "きのう" }, { internalDate }), now)?.at).toEqual(now);
    expect(parseMessage(raw({}), now)?.at).toEqual(now);
  });

  it("gives null for what is no message", () => {
    expect(parseMessage({}, now)).toBeNull();
  });
});

describe("participantsOf", () => {
  const mail = (id: string, from: string, to: string, at = now) => ({
    ...parseMessage(raw({ From: from, To: to }), now)!,
    id,
    at,
  });
  const isOurs = (email: string) => email.endsWith("@e.jp");

  it("puts the open mail's sender first, then those it went to, then the rest of the thread", () => {
    const open = mail("2", "b@x.jp", "s@e.jp, c@x.jp");
    const older = mail("1", "a@x.jp", "s@e.jp", new Date(0));

    const { theirs, ours, direction } = participantsOf(open, [older, open], isOurs);

    expect(theirs.map(({ email }) => email)).toEqual(["b@x.jp", "c@x.jp", "a@x.jp"]);
    expect(ours.map(({ email }) => email)).toEqual(["s@e.jp"]);
    expect(direction).toBe("in");
  });

  it("is about whom we wrote to when one of us wrote, and takes a name from another mail", () => {
    const sent = mail("1", "s@e.jp", "a@x.jp");
    const answer = mail("2", "木村 <a@x.jp>", "s@e.jp");

    expect(participantsOf(sent, [answer], isOurs)).toMatchObject({
      direction: "out",
      theirs: [{ name: "木村", email: "a@x.jp" }],
    });
  });
});

describe("readDisplayName", () => {
  it.each([
    ["木村 一郎", "木村 一郎", ""],
    ["木村 一郎（田中商事）", "木村 一郎", "田中商事"],
    ["田中商事株式会社 木村一郎", "木村一郎", "田中商事株式会社"],
    ["田中商事株式会社 購買部 木村一郎", "木村一郎", "田中商事株式会社"],
    ["株式会社田中商事 木村", "木村", "株式会社田中商事"],
    ["株式会社 田中商事 木村", "木村", "株式会社 田中商事"],
    ["(株)サンワ 山田", "山田", "㈱サンワ"],
    ["木村@田中商事", "木村", "田中商事"],
    ["木村 / 田中商事㈱", "木村", "田中商事㈱"],
    ["株式会社サンワ", "", "株式会社サンワ"],
    ["木村様", "木村", ""],
    ["", "", ""],
  ])("reads %s", (name, person, company) => {
    expect(readDisplayName(name)).toEqual({ person, company });
  });
});

describe("plainTextOf", () => {
  const data = (text: string) => ({ data: Buffer.from(text).toString("base64url") });

  it("finds the plain text inside a mail of many parts and leaves attachments alone", () => {
    const text = plainTextOf({
      mimeType: "multipart/mixed",
      parts: [
        { mimeType: "text/plain", filename: "メモ.txt", body: data("添付") },
        {
          mimeType: "multipart/alternative",
          parts: [
            { mimeType: "text/html", body: data("<p>x</p>") },
            { mimeType: "text/plain", body: data("本文です") },
          ],
        },
      ],
    });
    expect(text).toBe("本文です");
  });

  it("cuts the quoted mail below the answer", () => {
    const text =
      "承知しました。\n\n2026年11月20日(金) 15:00 木村 <k@x.jp> のメール:\n> 見積を\n> お願いします";
    expect(plainTextOf({ mimeType: "text/plain", body: data(text) })).toBe("承知しました。");
    expect(plainTextOf({ mimeType: "text/plain", body: data("了解\n> 引用\n> 引用") })).toBe("了解");
    expect(plainTextOf({ mimeType: "text/plain", body: data("> だけ") })).toBe("> だけ");
    expect(plainTextOf(undefined)).toBe("");
  });
});
