import { beforeEach, describe, expect, it } from "vitest";
import { createRecord, type FrontRecord } from "../../../playground/slack-front/record.ts";
import { createResponseUrls, type ResponseUrls } from "../../../playground/slack-front/response-urls.ts";

const route = { userId: "U1", channelId: "C1" };
let record: FrontRecord;
let responses: ResponseUrls;

beforeEach(() => {
  record = createRecord();
  responses = createResponseUrls(record);
});

function address(more: object = {}): string {
  return responses
    .create("http://127.0.0.1", { ...route, ...more })
    .split("/")
    .at(-1)!;
}

describe("a response address", () => {
  it("answers the one person unless the whole channel is meant", () => {
    const id = address();

    responses.take(id, { text: "あなたに" });
    responses.take(id, { text: "皆に", response_type: "in_channel" });

    expect(record.messages.map(({ text, ephemeralTo }) => [text, ephemeralTo])).toEqual([
      ["あなたに", "U1"],
      ["皆に", undefined],
    ]);
  });

  it("replaces and deletes the message that was acted on", () => {
    responses.take(address(), { text: "前" });
    const source = record.messages[0]!;

    responses.take(address({ source }), { text: "後", replace_original: true });
    expect(record.messages).toMatchObject([{ text: "後", edited: true, ts: source.ts }]);

    responses.take(address({ source }), { delete_original: true });
    expect(record.messages).toEqual([]);
  });

  it("replaces a command's first answer", () => {
    const id = address();

    responses.take(id, { text: "探しています" });
    responses.take(id, { text: "田中商事", replace_original: true });

    expect(record.messages).toMatchObject([{ text: "田中商事" }]);
  });

  it("works five times and is unknown when invented", () => {
    const id = address();

    const statuses = Array.from({ length: 6 }, () => responses.take(id, { text: "x" }).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(responses.take("invented", { text: "x" }).status).toBe(404);
  });

  it.each([
    ["invalid_blocks", { text: "x", blocks: [{ type: "nope" }] }],
    ["no_text", {}],
    ["invalid_payload", "text"],
  ])("refuses with %s what Slack would not take", (error, body) => {
    expect(responses.take(address(), body)).toEqual({
      status: 400,
      body: JSON.stringify({ ok: false, error }),
    });
    expect(record.messages).toEqual([]);
  });
});
