import type { App } from "@slack/bolt";
import type { Acting, SlackParts } from "./acting.ts";
import { type BoltArgs, type Deed, readDeed } from "./deed.ts";
import { type SlackBody, textOf } from "./delivery.ts";
import { findActing } from "./find-acting.ts";
import { type Handler, type HowToHandle, handleDeed } from "./handle-deed.ts";
import type { Speech } from "./text.ts";

/** What the app listens to; the manifest and the completeness test read it. */
export interface Listening {
  commands: string[];
  actions: (string | RegExp)[];
  views: string[];
  options: string[];
  events: string[];
}

/** Registers listeners on Bolt, each of which is told who acts, and answers when something goes wrong. */
export interface Listener {
  listening: Listening;
  command(name: string, handler: Handler, how?: HowToHandle): void;
  action(id: string | RegExp, handler: Handler, how?: HowToHandle): void;
  view(callbackId: string, handler: Handler): void;
  /** Gives the choices of a select. */
  options(actionId: string, choices: (acting: Acting, typed: string) => Promise<object>): void;
  /** An event of a person; those who are not linked get `unknown` instead. */
  personEvent(name: string, handler: Handler, unknown?: (deed: Deed, speech: Speech) => Promise<void>): void;
  /** An event that is about the app itself. */
  appEvent(name: string, handler: (body: SlackBody) => Promise<void>): void;
}

export function createListener(app: App, parts: SlackParts): Listener {
  const listening: Listening = { commands: [], actions: [], views: [], options: [], events: [] };
  const handle =
    (handler: Handler, how: HowToHandle = {}) =>
    (args: BoltArgs) =>
      handleDeed(parts, readDeed(args), handler, how);
  return {
    listening,
    command(name, handler, how) {
      listening.commands.push(name);
      app.command(name, async (args) => handle(handler, how)(args as unknown as BoltArgs));
    },
    action(id, handler, how) {
      listening.actions.push(id);
      app.action(id, async (args) => handle(handler, how)(args as unknown as BoltArgs));
    },
    view(callbackId, handler) {
      listening.views.push(callbackId);
      app.view(callbackId, async (args) => handle(handler)(args as unknown as BoltArgs));
    },
    options(actionId, choices) {
      listening.options.push(actionId);
      app.options(actionId, async (args) => {
        const deed = readDeed(args as unknown as BoltArgs);
        const found = await findActing(parts, deed);
        const typed = textOf(deed.body.value) ?? "";
        await args.ack((found.acting ? await choices(found.acting, typed) : { options: [] }) as never);
      });
    },
    personEvent(name, handler, unknown) {
      listening.events.push(name);
      app.event(name, async (args) => {
        const deed = readDeed(args as unknown as BoltArgs);
        const found = await findActing(parts, deed);
        if (found.acting) await handler(found.acting);
        else await unknown?.(deed, found.speech);
      });
    },
    appEvent(name, handler) {
      listening.events.push(name);
      app.event(name, async (args) => handler(args.body as unknown as SlackBody));
    },
  };
}
