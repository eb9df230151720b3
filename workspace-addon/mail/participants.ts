import type { MailAddress } from "./addresses.ts";
import type { MailMessage } from "./message.ts";

export interface Participants {
  /** Of the other side, whom the open mail is about first: its sender, or whom we wrote to. */
  theirs: MailAddress[];
  /** Of our side. */
  ours: MailAddress[];
  /** in: they wrote; out: one of us wrote. */
  direction: "in" | "out";
}

/** Tells the two sides of a thread apart. The open mail's people come first, then those of the other mails, newest first. */
export function participantsOf(
  open: MailMessage,
  thread: readonly MailMessage[],
  isOurs: (email: string) => boolean,
): Participants {
  const others = thread.filter((mail) => mail.id !== open.id).sort((a, b) => b.at.getTime() - a.at.getTime());
  const people = new Map<string, MailAddress>();
  for (const mail of [open, ...others]) {
    for (const address of [...(mail.from ? [mail.from] : []), ...mail.to, ...mail.cc]) {
      const known = people.get(address.email);
      // A later mail may bring the name that this one lacks.
      if (!known) people.set(address.email, address);
      else if (known.name === "" && address.name !== "")
        people.set(address.email, { ...known, name: address.name });
    }
  }
  const all = [...people.values()];
  return {
    theirs: all.filter((address) => !isOurs(address.email)),
    ours: all.filter((address) => isOurs(address.email)),
    direction: open.from && isOurs(open.from.email) ? "out" : "in",
  };
}
