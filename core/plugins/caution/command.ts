import { type Answer, type Command, logHistory, searchCustomers } from "../../index.ts";
import { markCaution } from "./mark.ts";

/** `/crm 要注意 <customer> <facts and how to act>`: logs it and pins it. */
export const command: Command = {
  verb: "要注意",
  aliases: ["注意", "クレーム", "トラブル", "地雷", "caution"],
  description: "caution.verb",
  run: async ({ text, host, call }): Promise<Answer> => {
    const say = (key: string, params = {}) => host.text(call.locale, key, params);
    const [name = "", ...words] = text.trim().split(/[\s\u3000\u200b]+/);
    const facts = words.join(" ");
    const title = say("caution.title");
    if (name === "" || facts === "") return plain(title, say("caution.hint"));
    const { items } = await host.ask(searchCustomers, { q: name, limit: 5 }, call);
    const [customer, ...others] = items;
    if (!customer) return plain(title, say("caution.nobody", { text: name }));
    if (others.length > 0 && customer.name !== name) {
      return {
        title: say("caution.which"),
        rows: items.map((item) => ({
          label: item.name,
          value: [item.prefecture, ...item.ownerNames].filter(Boolean).join(" · "),
        })),
        actions: [],
      };
    }
    // Both are keyed by the request, so that a delivery that comes again marks once.
    const { historyId } = await host.perform(
      logHistory,
      { customerId: customer.customerId, kind: "note", body: facts, flags: ["caution"] },
      call,
      { idempotencyKey: `caution:${call.requestId}:log` },
    );
    await host.perform(markCaution, { customerId: customer.customerId, historyId, text: facts }, call);
    return plain(title, say("caution.marked", { customer: customer.name }));
  },
};

function plain(title: string, value: string): Answer {
  return { title, rows: [{ label: "", value }], actions: [] };
}
