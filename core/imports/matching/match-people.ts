/** A person of a company, as a row names them or as the house knows them. */
export interface Contact {
  id: string;
  name: string;
  key: string;
  mails: readonly string[];
  mobiles: readonly string[];
  department: string | null;
}

/**
 * Finds a person among those of the same company with the same folded name. Two with one family name and nothing else
 * are the same unless their mail, mobile or department says otherwise.
 */
export function findContact(person: Contact, contacts: readonly Contact[]): Contact | null {
  const alike = contacts.filter((one) => one.key === person.key);
  const reached = alike.find((one) => meets(one.mails, person.mails) || meets(one.mobiles, person.mobiles));
  return reached ?? alike.find((one) => isFullName(person.name) || !contradicts(one, person)) ?? null;
}

function contradicts(one: Contact, other: Contact): boolean {
  return (
    differs(one.mails, other.mails) ||
    differs(one.mobiles, other.mobiles) ||
    (one.department !== null && other.department !== null && one.department !== other.department)
  );
}

function isFullName(name: string): boolean {
  return /\S\s+\S/.test(name) || [...name].length >= 4;
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

function differs(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !meets(a, b);
}
