import type { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SlackFront } from "../../../playground/slack-front/index.ts";
import { eventBody, slackRequest } from "../../support/slack.ts";
import { SECRET, startTinyApp, TOKEN } from "./tiny-app.ts";

let front: SlackFront;
let eventsUrl: string;
let stop: () => Promise<void>;
const seen: { text: string; userId: string }[] = [];
const events: string[] = [];
let opened: (result: unknown) => void = () => {};

const plain = (text: string) => ({ type: "plain_text" as const, text });
const button = {
  type: "button" as const,
  action_id: "customer.profile.log",
  text: plain("記録"),
  value: "c1",
};
const note = {
  type: "input" as const,
  block_id: "note",
  label: plain("内容"),
  element: { type: "plain_text_input" as const, action_id: "text" },
};
const kind = {
  type: "input" as const,
  block_id: "kind",
  optional: true,
  label: plain("手段"),
  element: {
    type: "static_select" as const,
    action_id: "value",
    options: [{ text: plain("電話"), value: "call" }],
  },
};
const owner = {
  type: "input" as const,
  block_id: "customer",
  optional: true,
  label: plain("顧客"),
  element: { type: "external_select" as const, action_id: "pick", min_query_length: 1 },
};

function register(bolt: App): void {
  bolt.command("/crm", async ({ ack, command, respond, client }) => {
    seen.push({ text: command.text, userId: command.user_id });
    if (command.text === "modal") {
      await ack();
      const view = {
        type: "modal" as const,
        callback_id: "history.log",
        external_id: "only-one",
        notify_on_close: true,
        title: plain("記録する"),
        submit: plain("保存"),
        blocks: [note, kind, owner],
      };
      await client.views.open({ trigger_id: command.trigger_id, view });
      return;
    }
    if (command.text === "at once") return ack("すぐに");
    if (command.text === "never") return;
    await ack();
    await respond({
      text: "田中商事",
      blocks: [
        { type: "section", text: plain("田中商事") },
        { type: "actions", elements: [button] },
      ],
    });
  });
  bolt.action("customer.profile.log", async ({ ack, respond, body }) => {
    await ack();
    if (body.type === "block_actions" && body.message === undefined) {
      await respond({ text: "記録しました", replace_original: true });
    }
  });
  bolt.view("history.log", async ({ ack, view }) => {
    const text = view.state.values.note?.text?.value;
    opened(view.state.values);
    if (text === "error") return ack({ response_action: "errors", errors: { note: "もう少し詳しく" } });
    if (text === "bad error") return ack({ response_action: "errors", errors: { nowhere: "x" } });
    const next = {
      type: "modal" as const,
      callback_id: "history.log",
      title: plain("次"),
      submit: plain("保存"),
      blocks: [note],
    };
    if (text === "push") return ack({ response_action: "push", view: next });
    if (text === "update") return ack({ response_action: "update", view: next });
    if (text === "clear") return ack({ response_action: "clear" });
    await ack();
  });
  bolt.view({ callback_id: "history.log", type: "view_closed" }, async ({ ack }) => {
    events.push("closed");
    await ack();
  });
  bolt.options("pick", async ({ ack, options }) => {
    await ack({ options: [{ text: plain(`${options.value}商事`), value: "c9" }] });
  });
  bolt.event("app_home_opened", async ({ client, event, body }) => {
    events.push(body.event_id);
    const view = { type: "home" as const, blocks: [{ type: "section" as const, text: plain("ようこそ") }] };
    await client.views.publish({ user_id: event.user, view });
  });
}

beforeAll(async () => {
  ({ front, eventsUrl, stop } = await startTinyApp(register));
});
afterAll(() => stop());

const client = (token = TOKEN) =>
  new WebClient(token, {
    slackApiUrl: front.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2000,
  });
const person = (name: string) => front.users.find((user) => user.name === name)!;
const general = () => front.channels[0]!.id;
const conversation = (userId: string, id: string) =>
  front.state(userId).conversations.find((each) => each.id === id)!.messages;
const command = (text: string, userId = person("sato").id, channelId = general()) =>
  front.command({ userId, channelId, text });

/** Resolves when something visible has satisfied `met`. */
function until(met: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const off = front.onChange(check);
    check();
    function check() {
      if (!met()) return;
      off();
      resolve();
    }
  });
}

async function openModal() {
  const { id } = person("sato");
  await command("modal");
  await until(() => front.state(id).modals.length === 1);
  const { view } = front.state(id).modals[0]!;
  return { userId: id, viewId: view.id };
}

describe("commands", () => {
  it("reach the app signed, and its answer is seen by the one who asked only", async () => {
    const delivery = await command("たなか");
    await until(() => conversation(person("sato").id, general()).length > 0);

    expect(delivery).toMatchObject({ status: 200 });
    expect(conversation(person("sato").id, general()).at(-1)).toMatchObject({
      text: "田中商事",
      ephemeralTo: person("sato").id,
    });
    expect(conversation(person("suzuki-ken").id, general())).toEqual([]);
  });

  it("escape what is typed and name people and channels as Slack does", async () => {
    await command("@佐藤 <b> & @鈴木 @鈴木健さん #営業部 @tanaka");

    const sato = person("sato");
    const ken = person("suzuki-ken");
    const sales = front.channels.find(({ name }) => name === "営業部")!;
    expect(seen.at(-1)?.text).toBe(
      `<@${sato.id}|sato> &lt;b&gt; &amp; @鈴木 <@${ken.id}|suzuki-ken>さん <#${sales.id}|営業部> @tanaka`,
    );
  });

  it("show what the app puts into its acknowledgement", async () => {
    await command("at once");

    expect(conversation(person("sato").id, general()).at(-1)?.text).toBe("すぐに");
  });

  it("tell the person when the app does not answer in three seconds", async () => {
    const delivery = await command("never");

    expect(delivery.error).toBe("operation_timeout");
    expect(front.state(person("sato").id).notices.at(-1)?.code).toBe("operation_timeout");
  });
});

describe("messages", () => {
  it("go to a direct message and can be changed and deleted", async () => {
    const ken = person("suzuki-ken");
    const sent = await client().chat.postMessage({ channel: ken.id, text: "引き継ぎのお願い" });
    const place = { channel: sent.channel!, ts: sent.ts! };

    expect(sent.channel).toBe(ken.dmId);
    await client().chat.update({ ...place, text: "受け取りました" });
    expect(conversation(ken.id, ken.dmId).at(-1)).toMatchObject({ text: "受け取りました", edited: true });
    expect(conversation(person("sato").id, person("sato").dmId)).toEqual([]);

    await client().chat.delete(place);
    expect(conversation(ken.id, ken.dmId)).toEqual([]);
  });

  it("are refused in channels that the app was not invited to", async () => {
    await expect(client().chat.postMessage({ channel: general(), text: "x" })).rejects.toMatchObject({
      data: { error: "not_in_channel" },
    });
  });

  it("may be shown to one person of a channel", async () => {
    const channel = front.channels.find(({ withBot }) => withBot)!.id;

    await client().chat.postEphemeral({ channel, user: person("sato").id, text: "あなただけに" });

    expect(conversation(person("sato").id, channel)).toHaveLength(1);
    expect(conversation(person("suzuki-ken").id, channel)).toEqual([]);
  });

  it("with invalid blocks are refused with the place of the fault", async () => {
    const blocks = [{ type: "section", text: { type: "mrkdwn", text: "" } }];

    await expect(
      client().chat.postMessage({ channel: person("sato").id, text: "x", blocks }),
    ).rejects.toMatchObject({
      data: {
        error: "invalid_blocks",
        errors: [expect.stringContaining("[json-pointer:/blocks/0/text/text]")],
      },
    });
  });

  it("without a fallback text are taken with a warning that is recorded", async () => {
    const blocks = [{ type: "section", text: { type: "mrkdwn", text: "x" } }];

    await client().apiCall("chat.postMessage", { channel: person("sato").id, blocks });

    expect(front.requests.at(-1)).toMatchObject({ ok: true, warning: "missing_text_in_message" });
  });

  it("are replaced by what a button's answer says", async () => {
    const { id } = person("sato");
    await command("たなか");
    await until(() => conversation(id, general()).at(-1)?.blocks.length === 2);
    const message = conversation(id, general()).at(-1)!;

    await front.action({ userId: id, messageRef: message, actionId: "customer.profile.log" });
    await until(() => conversation(id, general()).find(({ ts }) => ts === message.ts)?.edited === true);

    expect(conversation(id, general()).find(({ ts }) => ts === message.ts)?.text).toBe("記録しました");
  });

  it("refuse a button that is not there and a person who does not see them", async () => {
    const { id } = person("sato");
    const message = conversation(id, general()).at(-1)!;

    await expect(front.action({ userId: id, messageRef: message, actionId: "nope" })).rejects.toThrow();
    await expect(
      front.action({ userId: person("guest").id, messageRef: message, actionId: "nope" }),
    ).rejects.toThrow();
  });
});

describe("modals", () => {
  it("open, are filled in and close", async () => {
    const modal = await openModal();
    const { options } = await front.suggest({ ...modal, actionId: "pick", query: "田中" });
    const values = new Promise((resolve) => {
      opened = resolve;
    });

    const submission = await front.submitView({
      ...modal,
      values: { note: "見積の件", kind: "call", customer: String(options[0]?.value) },
    });

    expect(submission.outcome).toBe("closed");
    expect(await values).toMatchObject({
      note: { text: { type: "plain_text_input", value: "見積の件" } },
      kind: { value: { selected_option: { value: "call", text: { text: "電話" } } } },
      customer: { pick: { selected_option: { value: "c9", text: { text: "田中商事" } } } },
    });
    expect(front.state(modal.userId).modals).toEqual([]);
  });

  it("are not sent while a required field is empty", async () => {
    const modal = await openModal();

    const submission = await front.submitView({ ...modal, values: {} });

    expect(submission).toEqual({ outcome: "incomplete", errors: { note: "missing_value" }, delivery: null });
    await front.closeView(modal);
  });

  it("stay open with the app's errors at their fields", async () => {
    const modal = await openModal();

    const submission = await front.submitView({ ...modal, values: { note: "error" } });

    expect(submission.outcome).toBe("errors");
    expect(front.state(modal.userId).modals[0]?.errors).toEqual({ note: "もう少し詳しく" });
    await front.closeView(modal);
  });

  it("fail when an error names no input block, as in Slack", async () => {
    const modal = await openModal();

    const submission = await front.submitView({ ...modal, values: { note: "bad error" } });

    expect(submission.outcome).toBe("failed");
    expect(front.state(modal.userId).notices.at(-1)?.code).toBe("invalid_errors");
    await front.closeView(modal);
  });

  it("are updated, pushed up to three deep, and cleared", async () => {
    const modal = await openModal();
    const top = () => front.state(modal.userId).modals.at(-1)!.view.id;
    const submit = (note: string) =>
      front.submitView({ userId: modal.userId, viewId: top(), values: { note } });

    expect((await submit("update")).outcome).toBe("updated");
    expect((await submit("push")).outcome).toBe("pushed");
    expect((await submit("push")).outcome).toBe("pushed");
    expect((await submit("push")).outcome).toBe("failed");
    expect((await submit("back")).outcome).toBe("closed");
    expect((await submit("push")).outcome).toBe("pushed");
    expect(front.state(modal.userId).modals).toHaveLength(3);
    expect((await submit("clear")).outcome).toBe("cleared");
    expect(front.state(modal.userId).modals).toEqual([]);
  });

  it("tell the app that they were closed when it asked for it", async () => {
    const modal = await openModal();

    await front.closeView(modal);

    expect(events).toContain("closed");
  });

  it("cannot be updated once closed, nor opened with a used or invented trigger", async () => {
    const modal = await openModal();
    const { view } = front.state(modal.userId).modals[0]!;
    const content = { type: "modal" as const, title: plain("x"), blocks: [{ type: "divider" as const }] };
    await front.closeView(modal);

    await expect(client().views.update({ view_id: view.id, view: content })).rejects.toMatchObject({
      data: { error: "not_found" },
    });
    await expect(client().views.open({ trigger_id: "1.2.3", view: content })).rejects.toMatchObject({
      data: { error: "invalid_trigger_id" },
    });
  });

  it("with faults are refused", async () => {
    const view = { type: "modal" as const, title: plain("長".repeat(25)), blocks: [note] };

    await expect(client().views.open({ trigger_id: "1.2.3", view })).rejects.toMatchObject({
      data: { error: "invalid_arguments" },
    });
  });
});

describe("events", () => {
  it("open the app's home", async () => {
    const { id } = person("sato");

    await front.openHome(id);
    await until(() => front.state(id).home !== null);

    expect(front.state(id).home?.blocks[0]).toMatchObject({ text: { text: "ようこそ" } });
  });

  it("come again under the same id", async () => {
    const event = {
      type: "app_home_opened",
      user: person("sato").id,
      channel: person("sato").dmId,
      tab: "home",
    };

    await front.event(event, { eventId: "Ev1" });
    await front.event(event, { eventId: "Ev1", retryNum: 1 });

    expect(events.filter((id) => id === "Ev1")).toHaveLength(2);
  });
});

describe("sign-in", () => {
  it("refuses unknown, missing and revoked tokens", async () => {
    const failure = (error: string) => ({ data: { error } });

    await expect(client("xoxb-wrong").auth.test()).rejects.toMatchObject(failure("invalid_auth"));
    await expect(client("").auth.test()).rejects.toMatchObject(failure("not_authed"));

    front.revoke("xoxb-old", "account_inactive");
    await expect(client("xoxb-old").auth.test()).rejects.toMatchObject(failure("account_inactive"));
  });

  it("is the app's own account", async () => {
    expect(await client().auth.test()).toMatchObject({ bot_id: "B0ENISHI0", user_id: "U0ENISHIBOT" });
  });

  it("refuses what the scopes do not cover", async () => {
    await expect(client().conversations.history({ channel: general() })).rejects.toMatchObject({
      data: { error: "missing_scope" },
    });
  });

  it("gives the app a signature it accepts, and no other", async () => {
    const send = async (secret: string, timestamp?: number) =>
      (await fetch(eventsUrl, slackRequest(secret, eventBody({ type: "x" }), timestamp))).status;

    expect(await send("another-secret")).toBe(401);
    expect(await send(SECRET, Math.floor(Date.now() / 1000) - 400)).toBe(401);
  });
});

describe("people", () => {
  it("have the same ids at every start, and what the emulator leaves out", async () => {
    const { user } = await client().users.info({ user: person("guest").id });

    expect(user).toMatchObject({ is_restricted: true, tz: "Asia/Tokyo", real_name: "社外 太郎" });
    expect(person("guest").id).toMatch(/^U[A-Z0-9]{10}$/);
    expect((await client().users.lookupByEmail({ email: "SATO@example.jp" })).user?.id).toBe(
      person("sato").id,
    );
  });

  it("are listed page by page, with those who left", async () => {
    const { members, response_metadata } = await client().users.list({ limit: 4 });

    expect(members).toHaveLength(4);
    expect(response_metadata?.next_cursor).toBe("4");
    const rest = await client().users.list({ limit: 4, cursor: "4" });
    expect(rest.members?.map(({ name, deleted }) => [name, deleted])).toEqual([
      ["tanaka", true],
      ["enishi", false],
    ]);
  });
});

describe("faults", () => {
  it("come as ordered and then stop", async () => {
    front.faults.next("auth.test", { kind: "rate_limited", retryAfter: 1 });
    front.faults.next("auth.test", { kind: "status", status: 503 });
    front.faults.next("auth.test", { kind: "drop" });
    front.faults.next("auth.test", { kind: "hang" });
    front.faults.next("auth.test", { kind: "error", error: "fatal_error" });

    await expect(client().auth.test()).rejects.toMatchObject({ code: "slack_webapi_rate_limited_error" });
    await expect(client().auth.test()).rejects.toMatchObject({ statusCode: 503 });
    await expect(client().auth.test()).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    await expect(client().auth.test()).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    await expect(client().auth.test()).rejects.toMatchObject({ data: { error: "fatal_error" } });
    expect((await client().auth.test()).ok).toBe(true);
  });
});
