import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slackApp } from "../../slack-app/index.ts";
import { BOT_SCOPES } from "../../slack-app/scopes.ts";
import { missingSettings, slackSettings } from "../../slack-app/settings.ts";
import { en } from "../../slack-app/strings/en.ts";
import { ja } from "../../slack-app/strings/ja.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

const manifest = JSON.parse(readFileSync(new URL("../../manifest.json", import.meta.url), "utf8"));
const app = slackApp();
let enishi: TestEnishi;

beforeAll(async () => {
  enishi = await createTestEnishi({
    plugins: [app],
    settings: { slack: { SLACK_SIGNING_SECRET: "s", SLACK_BOT_TOKEN: "xoxb-1" } },
  });
});

afterAll(() => enishi.close());

describe("manifest.json", () => {
  it("lists the commands and events that the code listens to", () => {
    const listening = app.listening(enishi.core.host("slack"));

    expect(manifest.features.slash_commands.map((one: { command: string }) => one.command)).toEqual(
      listening.commands,
    );
    expect(manifest.settings.event_subscriptions.bot_events.sort()).toEqual([...listening.events].sort());
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it("asks for the least scopes, the same as an installation", () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...BOT_SCOPES] });
  });

  it("escapes mentions in what people type and sends everything to one address", () => {
    const [command] = manifest.features.slash_commands;
    const addresses = [
      command.url,
      manifest.settings.event_subscriptions.request_url,
      manifest.settings.interactivity.request_url,
      manifest.settings.interactivity.message_menu_options_url,
    ];

    expect(command.should_escape).toBe(true);
    expect(new Set(addresses).size).toBe(1);
    expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
    expect(manifest.display_information.long_description.length).toBeGreaterThan(174);
  });

  it("has a home, and a message tab that is only read, without which Slack refuses direct messages", () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
  });
});

describe("what the app listens to", () => {
  it("has every id once", () => {
    const { actions, views, options } = app.listening(enishi.core.host("slack"));

    for (const ids of [actions.map(String), views, options]) expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("texts", () => {
  it("are the same keys with the same parameters in both languages", () => {
    const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
    for (const [key, text] of Object.entries(ja)) {
      expect([key, parameters(en[key as keyof typeof ja])]).toEqual([key, parameters(text)]);
    }
  });
});

describe("settings", () => {
  it("tells what is missing and what is wrong", () => {
    expect(missingSettings(slackSettings.parse({}))).toEqual(["SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN"]);
    expect(
      missingSettings(slackSettings.parse({ SLACK_APP_TOKEN: "xapp-1", SLACK_BOT_TOKEN: "xoxb-1" })),
    ).toEqual([]);
    const faults = slackSettings.safeParse({
      SLACK_API_URL: "https://slack.com/api",
      ENISHI_MEMBERS: "everyone",
      SLACK_BOT_TOKEN: "abc",
    });
    expect(faults.error?.issues.map((issue) => issue.message).sort()).toEqual([
      "slack.settings.api_url",
      "slack.settings.bot_token",
      "slack.settings.members",
    ]);
  });

  it("leaves the app there but silent without credentials", async () => {
    const silent = slackApp();
    const house = await createTestEnishi({ plugins: [silent] });
    const host = house.core.host("slack");
    await silent.start!(host);
    const answer = await silent.routes!(host).request("/events", { method: "POST", body: "{}" });

    expect(answer.status).toBe(404);
    expect(await silent.health!()).toMatchObject({ ok: true });
    await silent.stop!();
    await house.close();
  });
});
