import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineResult, Profile } from "../../core/index.ts";
import { createTranslator } from "../../core/kernel/translator.ts";
import { nouns } from "../../core/nouns.ts";
import { lintMessage, lintView, mentionsIn } from "../../playground/slack-front/lint/index.ts";
import type { Message } from "../../slack-app/blocks/index.ts";
import { profileMessage } from "../../slack-app/customers/profile-view.ts";
import { searchMessage } from "../../slack-app/customers/search-view.ts";
import { briefModal } from "../../slack-app/handovers/brief-view.ts";
import {
  answeredMessage,
  askedMessage,
  decidedMessage,
  proposedMessage,
  sentMessage,
} from "../../slack-app/handovers/messages.ts";
import { proposeModal } from "../../slack-app/handovers/propose-view.ts";
import { laterMessage, menuMessage, unknownMessage } from "../../slack-app/help/views.ts";
import { homeView } from "../../slack-app/home/view.ts";
import { amendModal } from "../../slack-app/lines/amend-view.ts";
import { echoMessage } from "../../slack-app/lines/echo-view.ts";
import { offerMessage } from "../../slack-app/lines/offer-view.ts";
import { plannedMessage } from "../../slack-app/next-actions/list-view.ts";
import { planModal } from "../../slack-app/next-actions/planning.ts";
import { strings } from "../../slack-app/strings/index.ts";
import type { Speech } from "../../slack-app/text.ts";

const translator = createTranslator([...nouns.strings, strings]);
const ID = "01234567-89ab-7def-8123-456789abcdef";

const speechOf = (locale: "ja" | "en"): Speech => ({
  locale,
  today: "2026-11-21",
  timeZone: "Asia/Tokyo",
  t: (key, params) => translator.text(locale, key, params),
});
const speech = fc.constantFrom("ja" as const, "en" as const).map(speechOf);

/** Names and notes as nasty as a ledger can hold: mentions, markup, emoji, halves of pairs, nothing visible, very long. */
const text = fc.oneof(
  fc.constantFrom(
    "<!channel>",
    "<@U123>",
    "*社*",
    "_a_",
    "```",
    "&lt;",
    "\u200b",
    "",
    " ",
    "𠮷野家👨‍👩‍👧",
    ":x:",
    "\ud800",
    "a\nb",
  ),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("あ".repeat(3500), "<!here> ".repeat(400), "👨‍👩‍👧".repeat(500), "*_`~".repeat(700)),
);
const name = text.map((value) => (value.trim() === "" ? "田中商事" : value));
const some = <T>(item: fc.Arbitrary<T>, max = 30) => fc.array(item, { maxLength: max });
const orNull = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: null });
const day = fc.constantFrom("2026-11-20", "2026-11-24", "2027-01-29");

const planned = fc.record({
  id: fc.constant(ID),
  customerId: fc.constant(ID),
  customerName: orNull(name),
  parentName: orNull(name),
  siteName: orNull(name),
  kind: fc.constantFrom("promise", "follow", "appointment"),
  title: name,
  dueOn: orNull(day),
  dueTime: orNull(fc.constant("17:00")),
  duePrecision: fc.constantFrom("time", "day", "week", "month", "none"),
  ownerId: fc.constant(ID),
  ownerName: orNull(name),
  needsReview: fc.boolean(),
  asTyped: orNull(text),
  version: fc.constant(1),
});

const entry = fc.record({
  id: fc.constant(ID),
  customerId: fc.constantFrom(ID, "01234567-89ab-7def-8123-456789abcde0"),
  customerName: orNull(name),
  kind: fc.constantFrom("call", "visit", "note", "handover", "won"),
  direction: fc.constant(null),
  result: fc.constantFrom(null, "absent", "reached"),
  occurredAt: fc.constant("2026-11-20T05:05:00.000Z"),
  occurredUntil: fc.constant(null),
  precision: fc.constantFrom("time", "day", "part"),
  recordedAt: fc.constant("2026-11-20T05:05:00.000Z"),
  authorId: fc.constant(ID),
  authorName: orNull(name),
  recorderId: fc.constant(null),
  recorderName: orNull(name),
  title: orNull(text),
  body: text,
  flags: fc.constant([]),
  surface: fc.constant("slack"),
  refType: fc.constant(null),
  refId: fc.constant(null),
  externalId: fc.constant(null),
  version: fc.constant(1),
});

const profile = fc.record({
  customer: fc.record({
    id: fc.constant(ID),
    kind: fc.constantFrom("company", "site", "person"),
    name,
    nameKana: orNull(text),
    honorific: fc.constant(null),
    department: orNull(text),
    title: orNull(text),
    roles: fc.constant(["customer", "supplier"]),
    prefecture: orNull(text),
    city: orNull(text),
    url: fc.constant(null),
    note: orNull(text),
    extra: fc.constant({}),
    corporateNumber: fc.constant(null),
    version: fc.constant(1),
    state: fc.constant("active"),
    mergedIntoId: fc.constant(null),
    relationSince: fc.constant(null),
    parent: orNull(fc.record({ id: fc.constant(ID), name })),
  }),
  sites: some(fc.record({ id: fc.constant(ID), name })),
  people: some(
    fc.record({
      id: fc.constant(ID),
      name,
      department: orNull(text),
      title: orNull(text),
      honorific: fc.constant(null),
    }),
  ),
  contactPoints: some(
    fc.record({
      id: fc.constant(ID),
      kind: fc.constantFrom("mail", "phone", "mobile", "fax", "line", "url", "address"),
      value: name,
      normalized: text,
      extension: fc.constant(null),
      isPrimary: fc.boolean(),
      label: orNull(text),
    }),
  ),
  codes: some(fc.record({ system: text, code: name })),
  aliases: fc.constant([]),
  owners: some(
    fc.record({
      customerId: fc.constant(ID),
      memberId: fc.constant(ID),
      name,
      role: fc.constantFrom("owner", "deputy", "sales_admin", "cover", "interim"),
      status: fc.constantFrom("active", "former"),
      since: day,
    }),
  ),
  nextActions: some(planned),
  history: some(entry),
  openHandover: orNull(
    fc.record({
      id: fc.constant(ID),
      state: fc.constant("proposed"),
      toMemberId: fc.constant(ID),
      toName: orNull(name),
    }),
  ),
}) as unknown as fc.Arbitrary<Profile>;

const question = fc.record({
  id: fc.constantFrom("customer:0", "due:1", "done:0", "q3", "q4", "q5", "q6", "q7"),
  kind: fc.constantFrom("customer", "unknown_customer", "member", "due", "occurred", "next_action"),
  text,
  reason: fc.constantFrom("holiday", "no_such_date", "missing", "ambiguous"),
  role: fc.constantFrom("companion", "owner"),
  entries: fc.constant([0]),
  nextActions: fc.constant([0]),
  options: some(
    fc.record({
      value: day,
      facts: fc.record({
        name,
        prefecture: orNull(text),
        holiday: orNull(text),
        title: text,
        dueOn: orNull(day),
      }),
    }),
  ),
});

const line = fc
  .record({
    lineId: fc.constant(ID),
    state: fc.constantFrom("recorded", "open", "draft"),
    kind: fc.constantFrom("entry", "done", "draft", "unknown"),
    text: name,
    entries: some(
      fc.record({
        index: fc.nat(9),
        historyId: fc.constant(ID),
        customerId: orNull(fc.constant(ID)),
        customerName: orNull(name),
        siteName: orNull(name),
        kind: fc.constantFrom(null, "call", "visit"),
        direction: fc.constantFrom("in", "out", "unknown"),
        result: fc.constantFrom(null, "absent"),
        occurredFrom: fc.constantFrom(null, "2026-11-21", "2026-11-21T14:00"),
        occurredTo: fc.constantFrom(null, "2026-11-21T15:30"),
        occurredPrecision: fc.constantFrom("time", "day", "part"),
        occurredLabel: orNull(text),
        people: some(fc.record({ id: fc.constant(ID), name })),
        counterpartText: orNull(text),
        members: some(fc.record({ id: fc.constant(ID), name })),
        body: text,
        flags: some(text, 3),
        suggestions: some(
          fc.record({
            kind: fc.constantFrom(
              "caution",
              "master_data",
              "calendar",
              "revisit",
              "deal",
              "channel",
              "visit_date",
            ),
            text,
            due: fc.record({ date: day, time: fc.constant(null), precision: fc.constant("day") }),
          }),
          5,
        ),
      }),
      8,
    ),
    nextActions: some(
      fc.record({
        index: fc.nat(9),
        entry: orNull(fc.nat(3)),
        customerName: orNull(name),
        siteName: orNull(name),
        kind: fc.constantFrom("promise", "follow", "appointment"),
        title: text,
        dueOn: orNull(day),
        dueTime: fc.constant(null),
        duePrecision: fc.constantFrom("day", "none"),
        shifted: orNull(fc.record({ from: day, because: text })),
        suggested: fc.boolean(),
        needsReview: fc.boolean(),
      }),
      8,
    ),
    completed: some(planned, 4),
    questions: fc.uniqueArray(question, { selector: ({ id }) => id, maxLength: 8 }),
  })
  .map((read) => ({
    ...read,
    entries: read.entries.map((one, index) => ({ ...one, index })),
    nextActions: read.nextActions.map((one, index) => ({ ...one, index })),
  })) as unknown as fc.Arbitrary<LineResult>;

const member = fc.record({ memberId: fc.constant(ID), name, status: fc.constant("active") });
const row = fc.record({
  labelKey: fc.constantFrom(null, "ownership.brief.note"),
  label: orNull(text),
  value: text,
  valueKeys: fc.constant([]),
  on: fc.constantFrom(null, "2026-11-20", "2026-11-20T14:05"),
  by: orNull(name),
  tone: fc.constantFrom("normal", "warning", "muted"),
});
const handover = fc.record({
  id: fc.constant(ID),
  state: fc.constantFrom("proposed", "asked", "accepted", "declined", "withdrawn"),
  from: orNull(member),
  to: member,
  proposer: member,
  customers: fc.array(fc.record({ id: fc.constant(ID), name }), { minLength: 1, maxLength: 40 }),
  reason: orNull(text),
  note: orNull(text),
  declineReason: orNull(name),
  messages: some(
    fc.record({ authorName: orNull(name), body: text, kind: fc.constant("question"), at: fc.constant("") }),
  ),
  brief: fc.record({
    madeOn: day,
    customers: some(
      fc.record({
        customerId: fc.constant(ID),
        name,
        parentName: orNull(name),
        sections: fc.array(
          fc.record({
            key: fc.constant("facts"),
            labelKey: fc.constant("ownership.brief.facts"),
            rows: fc.array(row, { minLength: 1, maxLength: 30 }),
          }),
          { maxLength: 5 },
        ),
      }),
      12,
    ),
  }),
});

const hits = fc.record({
  items: fc.array(
    fc.record({
      customerId: fc.constant(ID),
      kind: fc.constant("company"),
      name,
      parentName: orNull(name),
      prefecture: orNull(text),
      ownerNames: some(name),
      lastContactOn: orNull(day),
      matched: fc.constantFrom("name", "code", "phone", "merged"),
      matchedText: text,
      mine: fc.boolean(),
    }),
    { maxLength: 10 },
  ),
  total: fc.nat(101),
  totalIsCapped: fc.boolean(),
  nextCursor: orNull(fc.constant("abc")),
});

function accepted(message: Message): void {
  expect(lintMessage(message)).toEqual([]);
  expect(mentionsIn(message)).toEqual([]);
}

/** What a plugin may pin on top. */
const pinned = {
  title: "要注意",
  rows: Array.from({ length: 8 }, (_, index) => ({
    label: `佐藤 11/${index + 1}`,
    value: "事実と対応方針。".repeat(20),
    tone: "warning" as const,
  })),
  actions: [{ label: "解決した", operation: "caution.resolve", input: { key: ID } }],
};

const runs = { numRuns: 25, endOnFailure: true };

describe("every view is taken by Slack, whatever the names, and mentions nobody", () => {
  it("the profile", () => {
    fc.assert(
      fc.property(profile, speech, (shown, said) => accepted(profileMessage(shown, [pinned], said))),
      runs,
    );
  });

  it("the search", () => {
    fc.assert(
      fc.property(text, hits, speech, (query, found, said) =>
        accepted(searchMessage(query, found as never, said)),
      ),
      runs,
    );
  });

  it("the echo of a line", () => {
    fc.assert(
      fc.property(line, speech, (shown, said) => accepted(echoMessage(shown, said))),
      runs,
    );
  });

  it("offers, menus and what is not known", () => {
    fc.assert(
      fc.property(name, name, speech, (typed, customer, said) => {
        accepted(
          offerMessage({ value: "{}", text: typed, customer: { customerId: ID, name: customer } }, said),
        );
        accepted(unknownMessage(typed, [{ customerId: ID, name: customer }], said));
        accepted(laterMessage("見積", typed, said));
        accepted(menuMessage([{ verb: typed, text: customer }], said));
      }),
      runs,
    );
  });

  it("lists of next actions and the home", () => {
    fc.assert(
      fc.property(some(planned), name, speech, (items, who, said) => {
        accepted(plannedMessage(who, items, true, said));
        const home = homeView(
          { name: who, role: "admin", quiet: true, practice: false, actions: items.slice(0, 10), more: true },
          said,
        );
        expect(lintView(home)).toEqual([]);
      }),
      runs,
    );
  });

  it("handovers from the request to the end", () => {
    fc.assert(
      fc.property(handover, name, speech, (shown, words, said) => {
        const view = shown as never;
        accepted(proposedMessage(view, said));
        accepted(sentMessage(view, said));
        accepted(askedMessage(view, words, said));
        accepted(answeredMessage(view, words, said));
        accepted(decidedMessage(view, "declined", said));
        expect(lintView(briefModal(view, 0, said))).toEqual([]);
      }),
      runs,
    );
  });

  it("modals", () => {
    fc.assert(
      fc.property(
        fc.array(profile, { maxLength: 5 }),
        line,
        name,
        speech,
        (chosen, shown, customer, said) => {
          expect(lintView(proposeModal(chosen, said))).toEqual([]);
          expect(lintView(planModal({ customerId: ID, name: customer }, said))).toEqual([]);
          expect(lintView(amendModal(shown, 0, said))).toEqual([]);
        },
      ),
      runs,
    );
  });
});
