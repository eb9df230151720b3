import type { FrontUser } from "./directory.ts";
import type { FrontChannel } from "./emulator.ts";

/**
 * What Slack makes of a typed line before it sends it to a command with `should_escape: true`: the three
 * escapes, `@name` → `<@U…|handle>`, `#channel` → `<#C…|channel>`. A name that fits nobody, or two people,
 * stays as typed.
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands#escaping
 */
export function escapeTyped(
  text: string,
  users: readonly FrontUser[],
  channels: readonly FrontChannel[],
): string {
  const people = namesOf(users);
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[@＠]([^\s\u3000@＠、。,:：]+)/g, (typed, rest: string) => {
      const [name, user] = longest(rest, people) ?? [];
      return name !== undefined && user ? `<@${user.id}|${user.name}>${rest.slice(name.length)}` : typed;
    })
    .replace(/[#＃]([^\s\u3000#＃、。,:：]+)/g, (typed, rest: string) => {
      const [name, channel] = longest(rest, new Map(channels.map((each) => [each.name, each]))) ?? [];
      return name !== undefined && channel
        ? `<#${channel.id}|${channel.name}>${rest.slice(name.length)}`
        : typed;
    });
}

/** Handles, full names with and without the space, and family names that only one person has. */
function namesOf(users: readonly FrontUser[]): Map<string, FrontUser> {
  const present = users.filter((user) => !user.deleted);
  const families = present.map((user) => user.realName.split(/[\s\u3000]+/)[0] ?? "");
  const names = new Map<string, FrontUser>();
  present.forEach((user, index) => {
    const family = families[index]!;
    if (families.filter((each) => each === family).length === 1) names.set(family, user);
    names.set(user.realName.replace(/[\s\u3000]+/g, ""), user);
    names.set(user.name, user);
  });
  names.delete("");
  return names;
}

function longest<T>(text: string, names: ReadonlyMap<string, T>): [string, T] | undefined {
  return [...names]
    .filter(([name]) => text.startsWith(name))
    .sort(([one], [other]) => other.length - one.length)[0];
}
