import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { EnishiError, isEnishiError, type PluginHost } from "../../core/index.ts";
import { act } from "../actions/index.ts";
import { spendLinkCode } from "../actions/use-link.ts";
import { type Card, errorCard, linkingCard } from "../cards/index.ts";
import { type AddonEvent, localeOf } from "../events/event.ts";
import type { GoogleIdentity } from "../identity/id-token.ts";
import type { AddonSettings } from "../settings.ts";
import { composeView } from "../views/compose.ts";
import { homepageView } from "../views/homepage.ts";
import { mailView } from "../views/mail.ts";
import { sheetsView } from "../views/sheets.ts";
import { createEntrance, type Patience, readEvent } from "./entrance.ts";
import { faultOf, problem } from "./problems.ts";
import { cardOpened, pressed, type Reply } from "./replies.ts";
import { takeRows } from "./sheets-rows.ts";
import { cardContext, type Visit } from "./visit.ts";

const BODY_LIMIT = 1024 * 1024;
/** Rows of a sheet come in chunks of up to this. */
const ROWS_LIMIT = 5 * BODY_LIMIT;
/** Google gives up after 30 s; a person does much earlier. */
const ANSWER_MS = 9_000;

const limitedTo = (maxSize: number, limit: string) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new EnishiError("payload_too_large", { limit });
    },
  });
const small = limitedTo(BODY_LIMIT, "1 MB");

/**
 * The HTTP face of the add-on, called by Google itself or by the Apps Script project. A caller who is not proved gets a
 * problem document; everybody else a card, also when something fails.
 */
export function createAddonRoutes(host: PluginHost, settings: AddonSettings, patience: Patience = {}): Hono {
  const app = new Hono();
  const entrance = createEntrance(host, settings, patience);

  app.use("/sheets/rows", limitedTo(ROWS_LIMIT, "5 MB"));
  app.use(async (c, next) => (c.req.path.endsWith("/sheets/rows") ? next() : small(c, next)));
  app.onError((error, c) =>
    problem(
      c,
      error,
      host,
      /^\s*en\b/i.test(c.req.header("Accept-Language") ?? "") ? "en" : "ja",
      requestIdOf(c),
    ),
  );

  const opens = (view: (visit: Visit) => Promise<Card>) => (c: Context) =>
    answer(c, {
      member: async (visit) => cardOpened(await view(visit)),
      stranger: async (event, identity) => cardOpened(linking(event, identity, null)),
      failed: (event, message, remedy) =>
        cardOpened(errorCard(cardContext(host, event, null), { message, remedy })),
    });

  app.post("/homepage", opens(homepageView));
  app.post("/gmail/message", opens(mailView));
  app.post("/gmail/compose", opens(composeView));
  app.post("/sheets/homepage", opens(sheetsView));
  app.post("/sheets/rows", async (c) => c.json(await takeRows(c, host, entrance, requestIdOf(c))));
  app.post("/action", (c) =>
    answer(c, {
      member: async (visit) => pressed(await act(visit)),
      stranger: async (event, identity, requestId) => pressed(await byStranger(event, identity, requestId)),
      // The card stays, so that what was typed is not lost.
      failed: (_event, message) => pressed({ show: "nothing", told: message }),
    }),
  );
  return app;

  async function answer(c: Context, handlers: Handlers): Promise<Response> {
    const requestId = requestIdOf(c);
    const event = await readEvent(c);
    let identity: GoogleIdentity;
    try {
      identity = await entrance.identify(c, event);
    } catch (error) {
      return problem(c, error, host, localeOf(event), requestId);
    }
    try {
      return c.json(
        await inTime(handle(event, identity, requestId, handlers), patience.answerMs ?? ANSWER_MS),
      );
    } catch (error) {
      const slow = error === tooSlow;
      if (!slow && !isEnishiError(error)) {
        host.log.error({ fault: faultOf(error), requestId }, "an add-on request failed");
      }
      const text = (key: string) => host.text(localeOf(event), key);
      return c.json(
        slow
          ? handlers.failed(event, text("addon.error.slow"), text("addon.error.slow_remedy"))
          : handlers.failed(event, host.errorText(error, localeOf(event), requestId)),
      );
    }
  }

  async function handle(event: AddonEvent, identity: GoogleIdentity, requestId: string, handlers: Handlers) {
    const seat = await entrance.seats.find(identity);
    if (!seat) return handlers.stranger(event, identity, requestId);
    try {
      return await handlers.member(await entrance.visit(event, identity, seat, requestId));
    } catch (error) {
      if (isEnishiError(error) && error.code === "not_a_member")
        return handlers.stranger(event, identity, requestId);
      throw error;
    }
  }

  function linking(event: AddonEvent, identity: GoogleIdentity, message: string | null): Card {
    return linkingCard(cardContext(host, event, null), identity.email, message);
  }

  async function byStranger(event: AddonEvent, identity: GoogleIdentity, requestId: string): Promise<Reply> {
    const told = await spendLinkCode({ host, event, identity, seats: entrance.seats, requestId });
    if (!told.seat) return { show: "update", card: linking(event, identity, told.message) };
    const visit = await entrance.visit(event, identity, told.seat, requestId);
    return { show: "update", card: await homepageView(visit), told: told.message, changed: true };
  }
}

interface Handlers {
  member(visit: Visit): Promise<object>;
  stranger(event: AddonEvent, identity: GoogleIdentity, requestId: string): Promise<object>;
  failed(event: AddonEvent, message: string, remedy?: string): object;
}

const tooSlow = new Error("no answer in time");

/** What goes on after its time is up is finished, only not waited for. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  work.catch(() => {});
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function requestIdOf(c: Context): string {
  return (c.get("requestId") as string | undefined) ?? "-";
}
