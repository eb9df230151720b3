/** 営業担当 and 引き継ぎ: who answers for a customer, over time, and how that changes hands. */
export { acceptHandover } from "./accept.ts";
export { answerHandover, askBackHandover } from "./ask-back.ts";
export { assignOwner } from "./assign.ts";
export type { Brief, BriefRow, BriefSection, CustomerBrief } from "./brief-shape.ts";
export { declineHandover, withdrawHandover } from "./decline.ts";
export { getHandover, type HandoverView, listHandovers } from "./handovers.ts";
export { listOwners } from "./owners.ts";
export { proposeHandover } from "./propose.ts";
export { releaseOwner } from "./release.ts";
export { HandoverState, OwnershipRole } from "./roles.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
