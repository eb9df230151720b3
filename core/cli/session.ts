import type { Command } from "commander";
import { systemClock } from "../kernel/clock.ts";
import type { CallContext, Locale } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { ensureWorkspace } from "../workspaces/index.ts";
import { terminalLocale } from "./locale.ts";
import { type House, openHouse } from "./open-house.ts";

export interface Session {
  house: House;
  call: CallContext;
  /** A text in the terminal's language. */
  text(key: string, params?: Record<string, string | number>): string;
}

/** A command on the database as it stands, before a workspace is chosen. */
export interface Entrance {
  house: House;
  locale: Locale;
  text: Session["text"];
  /** A call of the local operator (admin) in a workspace. */
  callIn(workspaceId: string): CallContext;
}

/** Runs a command beside a running server or alone, and closes what it opened. */
export async function withHouse<T>(
  work: (entrance: Entrance) => Promise<T>,
  role: "command" | "seed" = "command",
): Promise<T> {
  const house = await openHouse(role);
  try {
    const locale = terminalLocale();
    const result = await work({
      house,
      locale,
      text: (key, params) => house.core.translator.text(locale, key, params),
      callIn: (workspaceId) => ({
        workspaceId,
        actor: { kind: "operator" },
        surface: "cli",
        locale,
        requestId: newId(),
      }),
    });
    await house.core.kernel.flush();
    return result;
  } finally {
    await house.close();
  }
}

/**
 * Runs a command as the local operator of a workspace, as `withHouse` does. Errors: `unknown_workspace`,
 * `workspace_ambiguous`.
 */
export function withSession<T>(
  options: { workspace?: string },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return withHouse(async ({ house, text, callIn }) =>
    work({ house, text, call: callIn(await chooseWorkspace(house, options.workspace)) }),
  );
}

/** Adds the options that every command on a workspace has. */
export function onWorkspace(command: Command): Command {
  return command.option("--workspace <slug>", "対象のワークスペース (複数あるとき)");
}

/** The named one, the only one, or the only one that is not for practice; on an empty database, a new one. */
async function chooseWorkspace(house: House, slug: string | undefined): Promise<string> {
  const workspaces = await house.core.host("cli").workspaces();
  if (slug !== undefined) {
    const named = workspaces.find((workspace) => workspace.slug === slug);
    if (!named) throw new EnishiError("unknown_workspace");
    return named.id;
  }
  if (workspaces.length === 0) return firstWorkspace(house);
  const real = workspaces.filter((workspace) => !workspace.practice);
  const [only, ...others] = real.length > 0 ? real : workspaces;
  if (others.length > 0) {
    throw new EnishiError("workspace_ambiguous", {
      count: workspaces.length,
      slugs: workspaces.map((workspace) => workspace.slug),
    });
  }
  return only!.id;
}

/** The id of the workspace that a first start makes: for practice, or the first real one. */
export function firstWorkspace(house: House): Promise<string> {
  const parts = { database: house.database, clock: systemClock, newId };
  const { practice } = house.composition.settings;
  const wanted = practice
    ? { slug: "practice", name: house.core.translator.text("ja", "practice.workspace"), practice }
    : { slug: "main", name: "Enishi", practice };
  return ensureWorkspace(parts, wanted);
}
