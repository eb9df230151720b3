/** Cards of the add-on: facts in, Card v1 JSON out. Pure; the same card serves both ways to deploy. */
export { confirmCard } from "./answer.ts";
export { type CardContext, type CardText, type MailRef, press } from "./card.ts";
export { type Choice, chooserCard } from "./chooser.ts";
export { composeCard, type Recipient } from "./compose.ts";
export { type FoundCustomer, homepageCard, searchCard, sheetsHomepageCard } from "./homepage.ts";
export { errorCard, internalMailCard, linkingCard } from "./notices.ts";
export { profileCard } from "./profile.ts";
export type { MailFacts, ProfileFacts } from "./profile-facts.ts";
export type { Card } from "./types.ts";
export { newCustomerCard, sameCompanyCard, type UnknownSender, unknownSenderCard } from "./unknown-sender.ts";
