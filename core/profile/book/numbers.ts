import { parsePhone } from "../../japanese/index.ts";
import type { QueryContext } from "../../kernel/context.ts";

/** A code or a telephone number as it stands in a line, and the customer that it belongs to. */
export interface NamedByNumber {
  customerId: string;
  text: string;
}

/** 20014, 20014tel, A-102, 03-1234-5678: a word that holds digits, and no amount (20014円, 1,280, 1203個). */
const NUMBER =
  /(?<![\w.,/:@¥#%-])(?:\+?\d[\d()-]{3,18}(?![\d,/:.%円個本台枚万千百kg年月日時-])|(?=[A-Za-z-]{1,8}\d)[A-Za-z0-9-]{4,20}(?![\w,/:%-]))/g;
const MOST = 8;

/**
 * Customers whose code or telephone number a line spells out in full. Of a person the company counts: who was called is
 * told by the line. A code that several customers have names all of them.
 */
export async function namedByNumber(context: QueryContext, text: string): Promise<NamedByNumber[]> {
  const typed = [...new Set(text.slice(0, 600).normalize("NFKC").match(NUMBER) ?? [])].slice(0, MOST);
  if (typed.length === 0) return [];
  const phones = typed.flatMap((number) => {
    const phone = /^[\d()+-]{9,}$/.test(number) ? parsePhone(number) : null;
    return phone ? [{ text: number, e164: phone.e164 }] : [];
  });
  return context.db.query<NamedByNumber>(
    `select distinct coalesce(case when c.kind = 'person' then c.parent_id end, c.id) as "customerId", n.text
       from (
         select k.customer_id, t.text from unnest($2::text[]) as t (text)
           cross join lateral (
             select customer_id from customer_code
              where workspace_id = $1 and code = any(array[t.text, upper(t.text), lower(t.text)]) limit 10) k
         union all
         select p.customer_id, t.text from unnest($3::text[], $4::text[]) as t (text, e164)
           cross join lateral (
             select customer_id from contact_point
              where workspace_id = $1 and kind in ('phone', 'mobile') and normalized = t.e164 limit 10) p
       ) n join customer c on c.workspace_id = $1 and c.id = n.customer_id and c.state = 'active'`,
    [context.workspaceId, typed, phones.map((phone) => phone.text), phones.map((phone) => phone.e164)],
  );
}
