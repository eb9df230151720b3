import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { webApi } from "@slack/bolt";
import { expect, it } from "vitest";
import { sendReply } from "../../slack-app/replies.ts";

/** An address of this machine at which nobody listens any more. */
async function goneAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/response/1`;
}

it("answers by a direct message at once when nobody listens at the response address", async () => {
  const posted: unknown[] = [];
  const client = {
    conversations: { open: async () => ({ channel: { id: "D1" } }) },
    chat: { postMessage: async (message: object) => posted.push(message) },
  } as unknown as webApi.WebClient;
  const place = { client, slackUserId: "U1", responseUrl: await goneAddress(), givenAt: 0, now: 1 };

  await sendReply(place, { text: "記録しました", blocks: [] });

  expect(posted).toMatchObject([{ channel: "D1", text: "記録しました" }]);
});
