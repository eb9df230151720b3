import { Hono } from "hono";
import { z } from "zod";
import type { PluginHost } from "../../core/index.ts";
import { renderCard } from "../cards/index.ts";
import type { GoogleFront } from "../google-front/index.ts";
import { localeOf } from "../page/locale.ts";
import { readJson } from "../page/read-json.ts";
import { findPerson, people } from "../people.ts";
import { type Reaction, readAnswer } from "./answer.ts";
import { callAddon, ownPath } from "./call.ts";
import { addonEvent } from "./event.ts";
import { inboxOf } from "./inbox.ts";

const opened = z.object({ as: z.string(), mail: z.string() });
const pressed = opened.extend({
  function: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
  inputs: z.record(z.string(), z.array(z.string().max(20_000)).max(200)).default({}),
});

export interface GmailPaneParts {
  google: GoogleFront;
  /** The server's own address on this machine. */
  origin: string;
  host: PluginHost;
}

/** What the Gmail pane asks and does. The add-on gets Google's own events with freshly signed tokens. */
export function gmailPaneRoutes({ google, origin, host }: GmailPaneParts): Hono {
  const routes = new Hono();

  routes.get("/", (c) => {
    const person = findPerson(c.req.query("as")) ?? people[0]!;
    return c.json({ mails: inboxOf(google.mails, person, new Date()) });
  });

  routes.post("/open", async (c) => {
    const act = await readJson(c, opened);
    return c.json(await reactionTo("/addon/gmail/message", act, localeOf(c)));
  });

  routes.post("/press", async (c) => {
    const act = await readJson(c, pressed);
    const path = ownPath(act.function, [origin, host.publicUrl]);
    return c.json(
      path ? await reactionTo(path, act, localeOf(c)) : told(localeOf(c), "playground.gmail.foreign_address"),
    );
  });

  async function reactionTo(
    path: string,
    act: z.output<typeof opened> & Partial<z.output<typeof pressed>>,
    locale: "ja" | "en",
  ) {
    const person = findPerson(act.as) ?? people[0]!;
    const mail = google.mails.find(({ id }) => id === act.mail) ?? null;
    const tokens = await google.tokensFor(person);
    const event = addonEvent({ ...act, tokens, mail, locale });
    const called = await callAddon(origin, path, event, tokens);
    const reaction = called.ok ? readAnswer(called.answer) : null;
    if (!reaction)
      return told(locale, "playground.gmail.no_answer", { status: called.ok ? 200 : called.status });
    return drawn(reaction);
  }

  function told(locale: "ja" | "en", key: string, params: Record<string, string | number> = {}) {
    return {
      steps: [],
      openUrl: null,
      notification: host.text(locale, key, params),
    };
  }

  return routes;
}

function drawn({ steps, ...rest }: Reaction) {
  return {
    ...rest,
    steps: steps.map((step) =>
      "card" in step
        ? { do: step.do, name: String(step.card.name ?? ""), html: renderCard(step.card) }
        : step,
    ),
  };
}
