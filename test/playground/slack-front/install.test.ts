import { WebClient } from "@slack/web-api";
import { expect, it } from "vitest";
import { createSlackFront } from "../../../playground/slack-front/index.ts";

it("installs the app by OAuth and knows the token that it gave", async () => {
  const redirect_uri = "http://127.0.0.1:9/slack/oauth_redirect";
  const oauth = { clientId: "the-client", clientSecret: "the-secret", redirectUris: [redirect_uri] };
  const front = await createSlackFront({
    users: [{ name: "sato", realName: "佐藤 大輔", email: "sato@example.jp", isOwner: true }],
    channels: [],
    signingSecret: "unused",
    botToken: "xoxb-practice",
    target: "http://127.0.0.1:9",
    oauth,
  });
  const request = {
    client_id: oauth.clientId,
    scope: "commands,chat:write",
    redirect_uri,
    state: "one-time",
  };

  try {
    const page = await fetch(`${front.authorizeUrl}?${new URLSearchParams(request)}`);
    const agreed = await fetch(`${front.authorizeUrl}/callback`, {
      method: "POST",
      body: new URLSearchParams({ ...request, user_id: front.users[0]!.id }),
      redirect: "manual",
    });
    const back = new URL(agreed.headers.get("location") ?? "");
    const client = new WebClient(undefined, { slackApiUrl: front.apiUrl });
    const installed = await client.oauth.v2.access({
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      code: back.searchParams.get("code") ?? "",
      redirect_uri,
    });

    expect(page.status).toBe(200);
    expect(back.searchParams.get("state")).toBe("one-time");
    expect(installed.team?.id).toBe("T000000001");
    const signedIn = new WebClient(installed.access_token!, { slackApiUrl: front.apiUrl });
    expect((await signedIn.auth.test()).ok).toBe(true);
    await signedIn.auth.revoke();
    await expect(signedIn.auth.test()).rejects.toMatchObject({ data: { error: "token_revoked" } });
    expect(JSON.stringify(front.requests)).not.toContain(oauth.clientSecret);
  } finally {
    await front.stop();
  }
});
