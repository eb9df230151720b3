import { isFreeMailDomain } from "../japanese/index.ts";

/** The domain of a page that tells whose it is, in lower case; null for what is no page and for one that many share. */
export function urlDomain(url: string): string | null {
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#]|$)/i
    .exec(url)?.[1]
    ?.toLowerCase();
  return host === undefined || isSharedSite(host) || isFreeMailDomain(host) ? null : host;
}

/** Pages that many companies keep under one name say nothing about any of them. */
export function isSharedSite(domain: string): boolean {
  return /(?:^|\.)(?:facebook|instagram|twitter|x|youtube|linkedin|wixsite|jimdofree|ameblo|google|line|lit)\.(?:com|jp|me|link)$/.test(
    domain,
  );
}
