import type { Acting } from "../acting.ts";
import type { Message } from "../blocks/index.ts";
import { menuMessage } from "./views.ts";

/** The menu with the verbs of this installation's plugins. */
export function menu(acting: Acting): Message {
  const plugins = acting.host
    .commands()
    .map((command) => ({ verb: command.verb, text: acting.speech.t(command.description) }));
  return menuMessage(plugins, acting.speech);
}
