import { type CardContext, card, type MailRef, press } from "./card.ts";
import { searchForm } from "./homepage.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import type { Card, Section } from "./types.ts";
import { button, input, line, paragraph, section, selection } from "./widgets.ts";

export interface UnknownSender {
  mail: MailRef;
  /** Display name of the mail, as it came. */
  name: string;
  /** Theirs: who wrote to us, or whom we wrote to. */
  email: string;
  /** As read from the display name; both may be empty. */
  person: string;
  company: string;
  /** Companies of the record whose mail comes from the same domain. Never of a free-mail or provider domain. */
  companies: { customerId: string; name: string }[];
  /** Nobody can tell a company by this domain. */
  freeMail: boolean;
}

/**
 * Nobody of the record has this address. First offered as 先方担当 of a company known by the mail's domain; only when
 * there is none, or when it is another company, as a new customer.
 */
export function unknownSenderCard(context: CardContext, sender: UnknownSender): Card {
  const { text } = context;
  const who = line(
    [bold(clip(sender.person || sender.email, 120)), muted(clip(sender.email, 200))].join("<br>"),
    {
      icon: ["PERSON", text("addon.contact")],
    },
  );
  const known = sender.companies.length > 0;
  return card("unknown_sender", text("addon.unknown.title"), [
    ...section(null, [who, ...(sender.freeMail ? [paragraph(muted(text("addon.unknown.free_mail")))] : [])]),
    ...(known ? asContact(context, sender) : asCustomer(context, sender)),
    ...(known
      ? section(null, [
          {
            buttonList: {
              buttons: [
                button(
                  text("addon.unknown.other_company"),
                  press(context, "new_customer", { ...sender.mail, email: sender.email, name: sender.name }),
                  "BORDERLESS",
                ),
              ],
            },
          },
        ])
      : []),
    ...section(text("addon.unknown.search"), searchForm(context, "", sender.mail)),
    ...section(null, [paragraph(muted(text("addon.mail.nothing_kept")))]),
  ]);
}

/** The form of a new customer alone: for somebody who is not of the company that the domain tells of. */
export function newCustomerCard(context: CardContext, sender: UnknownSender): Card {
  return card("new_customer", context.text("addon.new_customer"), [
    ...asCustomer(context, sender),
    ...section(null, [paragraph(muted(context.text("addon.mail.nothing_kept")))]),
  ]);
}

/** Companies of the record that have the name which was typed: the same one, or another? */
export function sameCompanyCard(
  context: CardContext,
  facts: {
    typed: { company: string; person: string; email: string; owner: boolean };
    mail: MailRef;
    companies: { customerId: string; name: string; place: string }[];
  },
): Card {
  const { text } = context;
  const { typed, mail } = facts;
  const lines = facts.companies.slice(0, 5).map((company) =>
    line(
      [bold(clip(company.name, 120)), ...(company.place ? [muted(clip(company.place, 120))] : [])].join(
        "<br>",
      ),
      {
        icon: ["STORE", text("customer.kind.company")],
        button: button(
          text("addon.same.this"),
          press(context, "add_contact", {
            companyId: company.customerId,
            person: typed.person,
            email: typed.email,
            ...mail,
          }),
        ),
      },
    ),
  );
  const anew = press(context, "create_customer", {
    company: typed.company,
    person: typed.person,
    email: typed.email,
    owner: typed.owner ? "yes" : "no",
    anyway: "yes",
    ...mail,
  });
  return card("same_company", text("addon.same.title"), [
    ...section(null, [
      paragraph(escapeHtml(text("addon.same.hint", { name: typed.company }))),
      ...lines,
      { buttonList: { buttons: [button(text("addon.same.other"), anew)] } },
    ]),
  ]);
}

function asContact(context: CardContext, sender: UnknownSender): Section[] {
  const { text } = context;
  const [first, ...others] = sender.companies;
  const choice =
    others.length === 0
      ? line(bold(clip(first!.name, 200)), {
          label: text("addon.unknown.company"),
          icon: ["STORE", text("customer.kind.company")],
        })
      : selection({
          name: "companyId",
          label: text("addon.unknown.which"),
          type: "RADIO_BUTTON",
          items: sender.companies.slice(0, 20).map((company) => ({
            text: company.name,
            value: company.customerId,
            selected: false,
          })),
        });
  const add = press(context, "add_contact", {
    // Of several, only what the person picks counts.
    companyId: others.length === 0 ? first!.customerId : null,
    email: sender.email,
    ...sender.mail,
  });
  return section(text("addon.unknown.as_contact"), [
    choice,
    input({ name: "person", label: text("addon.field.person"), value: sender.person }),
    { buttonList: { buttons: [button(text("addon.unknown.add_contact"), add, "FILLED")] } },
  ]);
}

function asCustomer(context: CardContext, sender: UnknownSender): Section[] {
  const { text } = context;
  const create = press(context, "create_customer", { email: sender.email, ...sender.mail });
  return section(text("addon.new_customer"), [
    input({
      name: "company",
      label: text("addon.field.company"),
      value: sender.company,
      hintText: text("addon.field.company_hint"),
    }),
    input({ name: "person", label: text("addon.field.person"), value: sender.person }),
    selection({
      name: "owner",
      type: "CHECK_BOX",
      items: [{ text: text("addon.field.owner"), value: "yes", selected: true }],
    }),
    {
      buttonList: {
        buttons: [
          button(text("addon.unknown.create"), create, sender.companies.length > 0 ? "OUTLINED" : "FILLED"),
        ],
      },
    },
  ]);
}
