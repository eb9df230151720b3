import { Hono } from "hono";
import { z } from "zod";
import { localeOf } from "../page/locale.ts";
import { readJson } from "../page/read-json.ts";
import { findPerson, people } from "../people.ts";
import type { SlackFront } from "../slack-front/index.ts";
import { fieldError } from "./notices.ts";
import { slackPicture } from "./picture.ts";
import type { TypedLog } from "./typed.ts";

const entered = z.union([z.string().max(3_000), z.array(z.string().max(3_000)).max(100), z.null()]);
const values = z.record(z.string(), z.union([entered, z.record(z.string(), entered)])).default({});
const where = z.object({
  as: z.string(),
  messageRef: z.object({ channelId: z.string(), ts: z.string() }).optional(),
  viewId: z.string().optional(),
  actionId: z.string(),
  blockId: z.string().optional(),
  values,
});

export interface SlackPaneParts {
  front: SlackFront;
  typed: TypedLog;
  text(locale: "ja" | "en", key: string, params?: Record<string, string | number>): string;
}

/** What the Slack pane asks and does. Everything reaches the app as a signed request through the front. */
export function slackPaneRoutes({ front, typed, text }: SlackPaneParts): Hono {
  const routes = new Hono();
  const userOf = (handle: string | undefined) => {
    const person = findPerson(handle) ?? people[0]!;
    return front.users.find((user) => user.name === person.handle)!;
  };
  // Everybody speaks the language of the page, as they would have chosen it in Slack: also who is told of something
  // before they are played.
  routes.use(async (c, next) => {
    const locale = localeOf(c) === "en" ? "en-US" : "ja-JP";
    for (const user of front.users) user.locale = locale;
    await next();
  });

  routes.get("/", async (c) => {
    const { as, conversation, theme } = c.req.query();
    const locale = localeOf(c);
    return c.json(
      await slackPicture(front, typed, {
        user: userOf(as),
        conversation: conversation ?? "",
        locale,
        theme: theme === "dark" ? "dark" : "light",
        text: (key, params) => text(locale, key, params),
      }),
    );
  });

  routes.post("/command", async (c) => {
    const act = await readJson(
      c,
      z.object({ as: z.string(), channelId: z.string(), text: z.string().max(40_000) }),
    );
    const user = userOf(act.as);
    typed.add({ userId: user.id, channelId: act.channelId, text: `/crm ${act.text}`.trim() });
    const { error } = await front.command({ userId: user.id, channelId: act.channelId, text: act.text });
    return c.json({ ok: error === undefined });
  });

  routes.post("/action", async (c) => {
    const act = await readJson(c, where.extend({ value: entered.optional() }));
    const { error } = await front.action({ ...act, userId: userOf(act.as).id });
    return c.json({ ok: error === undefined });
  });

  routes.post("/suggest", async (c) => {
    const act = await readJson(c, where.extend({ query: z.string().max(200) }));
    const { options } = await front.suggest({ ...act, userId: userOf(act.as).id });
    return c.json({ options });
  });

  routes.post("/submit", async (c) => {
    const act = await readJson(c, z.object({ as: z.string(), viewId: z.string(), values }));
    const locale = localeOf(c);
    const { outcome, errors } = await front.submitView({ ...act, userId: userOf(act.as).id });
    const told = Object.entries(errors).map(([block, error]) => [
      block,
      fieldError(error, (key, params) => text(locale, key, params)),
    ]);
    return c.json({ outcome, errors: Object.fromEntries(told) });
  });

  routes.post("/close", async (c) => {
    const act = await readJson(c, z.object({ as: z.string(), viewId: z.string() }));
    await front.closeView({ userId: userOf(act.as).id, viewId: act.viewId });
    return c.json({ ok: true });
  });

  routes.post("/home", async (c) => {
    const { as } = await readJson(c, z.object({ as: z.string() }));
    const { error } = await front.openHome(userOf(as).id);
    return c.json({ ok: error === undefined });
  });

  return routes;
}
