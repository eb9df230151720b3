import { parameter } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { addContact } from "./add-contact.ts";
import { completeAction } from "./complete-next-action.ts";
import { createNewCustomer } from "./create-customer.ts";
import { logMail } from "./log-mail.ts";
import { openCustomer, registerSender, reload, search, showNewCustomer } from "./navigate.ts";
import { confirm, perform } from "./plugin-action.ts";

/** What each button of the cards does, by the name in its parameters. */
const actions: Record<string, (visit: Visit) => Promise<Reply>> = {
  log_mail: logMail,
  add_contact: addContact,
  create_customer: createNewCustomer,
  complete_next_action: completeAction,
  choose_person: openCustomer,
  open_customer: openCustomer,
  register_sender: registerSender,
  new_customer: showNewCustomer,
  search,
  reload,
  confirm,
  perform,
  back: async () => ({ show: "back" }),
};

/** Does what the pressed button says. An unknown one comes from a card of an older version. */
export async function act(visit: Visit): Promise<Reply> {
  const name = parameter(visit.event, "action") ?? "";
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) return { show: "nothing", told: visit.cards.text("addon.error.unknown_action") };
  return action(visit);
}
