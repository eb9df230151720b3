import { createToken, listMembers, type PluginHost } from "../../core/index.ts";
import type { Person } from "../people.ts";
import { findPractice, ownCall } from "../workspace.ts";

/** Hands out an API token for each person, made when first needed. */
export function createTokens(host: PluginHost) {
  const known = new Map<string, string>();
  return {
    /** Null for somebody who is no member. */
    async of(person: Person): Promise<string | null> {
      const workspace = await findPractice(host);
      if (!workspace) return null;
      const key = person.handle;
      if (!known.has(key)) {
        const call = ownCall(host, workspace.id);
        const { items } = await host.ask(listMembers, { status: "active", q: person.email }, call);
        const member = items.find(({ email }) => email === person.email);
        if (!member) return null;
        const { token } = await host.perform(
          createToken,
          { memberId: member.memberId, label: "playground" },
          call,
        );
        known.set(key, token);
      }
      return known.get(key)!;
    },
    /** After starting over none of them is good. */
    clear: () => known.clear(),
  };
}

export type Tokens = ReturnType<typeof createTokens>;
