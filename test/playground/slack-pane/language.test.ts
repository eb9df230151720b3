import { afterAll, beforeAll, expect, it } from "vitest";
import { people, slackUsers } from "../../../playground/people.ts";
import { createSlackFront, type SlackFront } from "../../../playground/slack-front/index.ts";
import { slackPaneRoutes } from "../../../playground/slack-pane/routes.ts";
import { createTypedLog } from "../../../playground/slack-pane/typed.ts";

let front: SlackFront;

beforeAll(async () => {
  front = await createSlackFront({
    users: slackUsers,
    channels: ["営業部"],
    signingSecret: "secret",
    botToken: "xoxb-practice",
    // Nobody is at home: what is told of the person is what counts here.
    target: "http://127.0.0.1:9",
  });
});
afterAll(() => front.stop());

it("lets whoever is played from the English page be an English speaker in Slack too", async () => {
  const routes = slackPaneRoutes({ front, typed: createTypedLog(), text: (_, key) => key });
  const type = async (language: string) => {
    const channelId = front.state(front.users[0]!.id).conversations[0]!.id;
    await routes.request("/command", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language },
      body: JSON.stringify({ as: people[0]!.handle, channelId, text: "help" }),
    });
    const answer = await fetch(`${front.apiUrl}users.info`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-practice" },
      body: new URLSearchParams({ user: front.users[0]!.id, include_locale: "true" }),
    });
    return ((await answer.json()) as { user: { locale: string } }).user.locale;
  };

  expect([await type("en"), await type("ja")]).toEqual(["en-US", "ja-JP"]);
});
