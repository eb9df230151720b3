/** People of ours, with or without a login: who they are, how they sign in, what acts in their name. */
export { addMember } from "./add.ts";
export { type FoundMember, findByToken, findMember, type MemberKey } from "./find.ts";
export {
  decideSeat,
  type MembersRule,
  mayJoinByMail,
  parseMembersRule,
  type Seat,
  type SlackPerson,
} from "./first-run.ts";
export { claimIdentity } from "./identities.ts";
export { createLink, useLink } from "./links.ts";
export { listMembers } from "./list.ts";
export { nameKey } from "./rules.ts";
export { seatMember } from "./seat.ts";
export { type MemberFields, type MemberStatus, memberStatuses } from "./shapes.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
export { createToken } from "./tokens.ts";
export { updateMember } from "./update.ts";
