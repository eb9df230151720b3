import { type CardContext, press } from "./card.ts";
import { bold, clip, escapeHtml, muted, warning } from "./html.ts";
import type { MailFacts, ProfileFacts } from "./profile-facts.ts";
import type { KnownIcon, Section, Widget } from "./types.ts";
import { line, paragraph, section } from "./widgets.ts";

const contactIcons: Record<string, KnownIcon> = {
  mail: "EMAIL",
  phone: "PHONE",
  mobile: "PHONE",
  fax: "PHONE",
  address: "MAP_PIN",
};

/** Who it is and who answers for it: `top` belongs above everything else, `below` is looked up now and then. */
export function whoSections(
  context: CardContext,
  profile: ProfileFacts,
  mail: MailFacts | null,
): { top: Section[]; below: Section[] } {
  return {
    top: section(null, [...contactLine(context, mail), ...ownerLines(context, profile)]),
    below: [
      ...section(context.text("addon.reach"), contactPointLines(context, profile), { shown: 2 }),
      ...section(context.text("addon.contacts"), personLines(context, profile), { shown: 2 }),
    ],
  };
}

/** 購買部 部長 木村様: the place of a person, then the name with what it is addressed by. */
export function personName(person: {
  name: string;
  department: string | null;
  title: string | null;
  honorific: string | null;
}): string {
  return [person.department, person.title, `${person.name}${person.honorific ?? ""}`]
    .filter(Boolean)
    .join(" ");
}

function contactLine(context: CardContext, mail: MailFacts | null): Widget[] {
  if (!mail?.contact) return [];
  const label = context.text("addon.contact");
  return [
    line(bold(personName(mail.contact)), {
      label,
      icon: ["PERSON", label],
      onClick: press(context, "open_customer", { customerId: mail.contact.id }),
    }),
  ];
}

function ownerLines(context: CardContext, { owners, openHandover }: ProfileFacts): Widget[] {
  const { text } = context;
  const byRole = new Map<string, string[]>();
  for (const owner of owners) {
    const name = owner.status === "former" ? text("addon.owner.former", { name: owner.name }) : owner.name;
    byRole.set(owner.role, [...(byRole.get(owner.role) ?? []), name]);
  }
  const role = (key: string): Widget[] => {
    const names = byRole.get(key);
    return names
      ? [line(escapeHtml(clip(names.join("、"), 200)), { label: text(`ownership.role.${key}`) })]
      : [];
  };
  return [
    ...(byRole.has("owner")
      ? role("owner")
      : [line(warning(text("addon.owner.none")), { label: text("ownership.role.owner") })]),
    ...["deputy", "sales_admin", "cover", "interim"].flatMap(role),
    ...(openHandover
      ? [paragraph(muted(text("addon.handover.open", { name: openHandover.toName ?? "—" })))]
      : []),
  ];
}

function contactPointLines(context: CardContext, { contactPoints }: ProfileFacts): Widget[] {
  return contactPoints.slice(0, 10).map((point) => {
    const kind = context.text(`contact_point.kind.${point.kind}`);
    // Who wrote 内線 210 behind the number reads it there already.
    const value =
      point.extension && !/内線|#|ext/i.test(point.value)
        ? context.text("addon.extension", { value: point.value, extension: point.extension })
        : point.value;
    const shown = point.label
      ? `${escapeHtml(value)}<br>${muted(clip(point.label, 60))}`
      : escapeHtml(clip(value, 300));
    const icon = contactIcons[point.kind];
    return line(shown, { label: kind, ...(icon && { icon: [icon, kind] as [KnownIcon, string] }) });
  });
}

function personLines(context: CardContext, { people, sites, customer }: ProfileFacts): Widget[] {
  const open = (customerId: string) => press(context, "open_customer", { customerId });
  const parent = customer.parent && customer.kind !== "company" ? [customer.parent] : [];
  return [
    ...parent.map((one) =>
      line(escapeHtml(one.name), {
        label: context.text("customer.kind.company"),
        onClick: open(one.id),
      }),
    ),
    ...people.slice(0, 8).map((person) => line(escapeHtml(personName(person)), { onClick: open(person.id) })),
    ...sites.slice(0, 6).map((site) =>
      line(escapeHtml(site.name), {
        label: context.text("customer.kind.site"),
        onClick: open(site.id),
      }),
    ),
  ];
}
