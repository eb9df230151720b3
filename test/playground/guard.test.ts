import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { guard, TOKEN_HEADER } from "../../playground/guard.ts";

const origin = "http://127.0.0.1:3000";
const app = new Hono();
app.use(guard({ token: "the page's own", origin, publicUrl: "https://practice.example.jp" }));
app.get("/", (c) => c.text("shown"));
app.post("/", (c) => c.text("done"));

const ask = (method: string, headers: Record<string, string>) =>
  app.request(`${origin}/`, { method, headers });
const page = {
  host: "127.0.0.1:3000",
  origin,
  "sec-fetch-site": "same-origin",
  [TOKEN_HEADER]: "the page's own",
};

describe("the guard of the playground", () => {
  it("lets the page itself act", async () => {
    expect((await ask("POST", page)).status).toBe(200);
  });

  it.each([
    ["without the token", { [TOKEN_HEADER]: "" }],
    ["with a wrong token", { [TOKEN_HEADER]: "the page's owm" }],
    ["from another origin", { origin: "https://evil.example.com" }],
    ["from an origin that is none", { origin: "null" }],
    ["from another site by its own account", { "sec-fetch-site": "cross-site" }],
    ["under another host name", { host: "evil.example.com:3000" }],
    ["on another port", { host: "127.0.0.1:3001" }],
  ])("refuses a change %s", async (_case, changed) => {
    expect((await ask("POST", { ...page, ...changed })).status).toBe(403);
  });

  it("shows nothing under a foreign host name, to which another site could point at this machine", async () => {
    expect((await ask("GET", { host: "evil.example.com:3000" })).status).toBe(403);
  });

  it.each(["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000", "practice.example.jp"])(
    "shows itself under %s",
    async (host) => {
      expect((await ask("GET", { host })).status).toBe(200);
    },
  );
});
