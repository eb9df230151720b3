/** True for an address that one person has; info@ and its like are desks that many share. */
export function isOwnMail(mail: string): boolean {
  return !DESK.test(mail);
}

const DESK =
  /^(?:info|mail|contact|sales|office|support|shop|order|eigyou?|soumu|somu|keiri|jimu|jimukyoku|honsha|uketsuke|madoguchi|toiawase|inquiry|admin|webmaster|postmaster|recruit|service|customer|help|staff|web)[\d._-]*@/i;
