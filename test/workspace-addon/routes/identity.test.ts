import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLink, updateMember } from "../../../core/index.ts";
import { createAddon } from "../support/addon.ts";
import { presses, readCard } from "../support/cards.ts";
import { domain } from "../support/google.ts";

let addon: Awaited<ReturnType<typeof createAddon>>;
let sato: string;

beforeAll(async () => {
  addon = await createAddon();
  sato = await addon.enishi.member("佐藤 花子", "admin", { email: `sato@${domain}` });
});
afterAll(() => addon.close());

describe("who calls the add-on", () => {
  it("lets in the member with the same verified address, by the token inside the event or by the bearer", async () => {
    const event = await addon.event();
    const bare = { ...event, authorizationEventObject: {} };

    const inside = await addon.post("/homepage", event, { authorization: "Bearer google-system-token" });
    const bearer = await addon.post("/homepage", bare, {
      authorization: `Bearer ${event.authorizationEventObject.userIdToken}`,
    });

    for (const answer of [inside, bearer]) {
      expect(answer.status).toBe(200);
      expect(readCard(answer.card)).toContain("今日までの予定");
    }
  });

  it.each([
    [
      "no token",
      async () => ({ ...(await addon.event()), authorizationEventObject: {} }),
      "google_token_missing",
    ],
    [
      "a forged token",
      async () => ({ ...(await addon.event()), authorizationEventObject: { userIdToken: "a.b.c" } }),
      "google_token_invalid",
    ],
    [
      "an expired token",
      () => addon.event({ claims: { exp: Math.floor(Date.parse("2026-11-21T08:00:00Z") / 1000) } }),
      "google_token_expired",
    ],
    [
      "a token for somebody else's app",
      () => addon.event({ claims: { aud: "other" } }),
      "google_token_invalid",
    ],
    [
      "an account of a foreign domain",
      () => addon.event({ claims: { hd: "evil.example" } }),
      "google_domain_foreign",
    ],
  ])("answers 401 with a problem document to %s", async (_, make, code) => {
    for (const path of ["/homepage", "/gmail/message", "/gmail/compose", "/sheets/homepage", "/action"]) {
      const answer = await addon.post(path, await make());
      expect(answer).toMatchObject({ status: 401, body: { status: 401, code } });
      expect(answer.body.title).not.toContain("google_");
    }
  });

  it("names the refused account in the person's language", async () => {
    const event = await addon.event({
      claims: { hd: "evil.example", email: "x@evil.example" },
      locale: "en",
    });

    const { body } = await addon.post("/homepage", event);

    expect(body.title).toContain("The Google account x@evil.example is outside your company's domains");
  });

  it("shows an account that is nobody's only how to get linked, until a one-time code joins it", async () => {
    const claims = { sub: "2002", email: `unknown@${domain}` };

    const first = await addon.post("/homepage", await addon.event({ claims }));
    expect(readCard(first.card)).toContain(`unknown@${domain}`);
    expect(Object.keys(presses(first.card))).toEqual(["つなぐ"]);

    const wrong = await addon.press(first.card, "つなぐ", { claims, inputs: { code: ["wrong"] } });
    expect(readCard(wrong.card)).toContain("このリンクは使えません");

    const other = await addon.enishi.member("鈴木 健", "member");
    const { code } = await addon.enishi.perform(createLink, { memberId: other }, addon.enishi.as(sato));
    const linked = await addon.press(first.card, "つなぐ", { claims, inputs: { code: [` ${code} `] } });
    expect(linked).toMatchObject({ told: "つながりました", stateChanged: true });
    expect(readCard(linked.card)).toContain("今日までの予定");

    const again = await addon.post("/homepage", await addon.event({ claims }));
    expect(readCard(again.card)).toContain("今日までの予定");
  });

  it("refuses a stranger every press but that of the code", async () => {
    const claims = { sub: "3003", email: `nobody@${domain}` };

    const answer = await addon.post(
      "/action",
      await addon.event({ claims, parameters: { action: "search" }, inputs: { q: ["田中"] } }),
    );

    expect(answer.card.name).toBe("linking");
  });

  it("knows a linked account by its subject when its address changes, and not when the member has left", async () => {
    const claims = { sub: "1001", email: `hanako.sato@${domain}` };
    await addon.post("/homepage", await addon.event());

    expect((await addon.post("/homepage", await addon.event({ claims }))).card.name).toBe("homepage");

    const leaver = await addon.enishi.member("退職 予定", "member", { email: `leaver@${domain}` });
    const theirs = { sub: "4004", email: `leaver@${domain}` };
    expect((await addon.post("/homepage", await addon.event({ claims: theirs }))).card.name).toBe("homepage");
    await addon.enishi.perform(updateMember, { memberId: leaver, status: "former" }, addon.enishi.as(sato));
    expect((await addon.post("/homepage", await addon.event({ claims: theirs }))).card.name).toBe("linking");
  });

  it("says what is wrong with a body that is no event", async () => {
    const send = (body: string) =>
      addon.app.request("/addon/homepage", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });

    expect(await (await send("{")).json()).toMatchObject({ status: 400, code: "malformed_json" });
    expect(await (await send("[]")).json()).toMatchObject({ status: 400, code: "addon_event_invalid" });
    expect(await (await send('{"commonEventObject":{"parameters":{"n":1}}}')).json()).toMatchObject({
      code: "addon_event_invalid",
    });
    expect(await (await send(JSON.stringify({ x: "y".repeat(1_100_000) }))).json()).toMatchObject({
      status: 413,
      code: "payload_too_large",
    });
  });
});

describe("an add-on that is not set up", () => {
  it("lets nobody in and says what to set", async () => {
    const bare = await createAddon({ env: { GOOGLE_OIDC_AUDIENCES: "" } });
    try {
      const { status, body } = await bare.post("/homepage", await bare.event());
      expect([status, body.code]).toEqual([401, "google_not_configured"]);
      expect(body.title).toContain("GOOGLE_OIDC_AUDIENCES");
    } finally {
      await bare.close();
    }
  });

  it("says that Google's keys cannot be fetched, with a time to come back", async () => {
    const cut = await createAddon({ env: { GOOGLE_JWKS_URL: "http://127.0.0.1:9/certs" } });
    try {
      expect(await cut.post("/homepage", await cut.event())).toMatchObject({
        status: 503,
        body: { code: "google_keys_unreachable" },
      });
    } finally {
      await cut.close();
    }
  });
});
