import { expect } from "vitest";
import { strings as customerStrings } from "../../../core/customers/strings.ts";
import { strings as historyStrings } from "../../../core/history/strings.ts";
import { fill } from "../../../core/i18n/index.ts";
import { strings as nextActionStrings } from "../../../core/next-actions/strings.ts";
import type { Card, CardContext, ProfileFacts } from "../../../workspace-addon/cards/index.ts";
import { lintCard } from "../../../workspace-addon/cards/lint.ts";
import { strings } from "../../../workspace-addon/strings/index.ts";

const ownershipLabels = {
  ja: {
    owner: "営業担当",
    deputy: "副担当",
    sales_admin: "事務担当",
    cover: "不在中の代行",
    interim: "上長預かり",
  },
  en: { owner: "Owner", deputy: "Deputy", sales_admin: "Sales admin", cover: "Cover", interim: "Interim" },
};

/** Saturday 2026-11-21 18:00 in Tokyo. */
export function aContext(locale: "ja" | "en" = "ja"): CardContext {
  const catalogue: Record<string, string> = {
    ...strings[locale],
    ...historyStrings[locale],
    ...nextActionStrings[locale],
    ...customerStrings[locale],
    ...Object.fromEntries(
      Object.entries(ownershipLabels[locale]).map(([role, text]) => [`ownership.role.${role}`, text]),
    ),
    "practice.banner": "練習用",
  };
  return {
    locale,
    text: (key, params = {}) => {
      const template = catalogue[key];
      if (template === undefined) throw new Error(`no text for the key ${key}`);
      return fill(template, params, locale);
    },
    timeZone: "Asia/Tokyo",
    now: new Date("2026-11-21T09:00:00Z"),
    actionUrl: "https://enishi.example.jp/addon/action",
  };
}

/** A company with a person, owners, a promise and some history. */
export function aProfile(
  more: Partial<ProfileFacts> = {},
  customer: Partial<ProfileFacts["customer"]> = {},
): ProfileFacts {
  return {
    customer: {
      id: "00000000-0000-7000-8000-000000000001",
      kind: "company",
      name: "田中商事",
      honorific: null,
      department: null,
      title: null,
      roles: ["customer"],
      prefecture: "東京都",
      city: "千代田区",
      note: null,
      extra: {},
      parent: null,
      ...customer,
    },
    sites: [{ id: "00000000-0000-7000-8000-000000000002", name: "大阪支店" }],
    people: [aPerson],
    contactPoints: [{ kind: "phone", value: "03-1234-5678", extension: null, label: null }],
    codes: [{ system: "", code: "10234" }],
    aliases: [{ kind: "former", name: "田中商店" }],
    owners: [
      { memberId: "m1", name: "佐藤 花子", role: "owner", status: "active" },
      { memberId: "m2", name: "鈴木 健", role: "deputy", status: "active" },
    ],
    nextActions: [
      {
        id: "00000000-0000-7000-8000-0000000000a1",
        kind: "promise",
        title: "見積提出",
        dueOn: "2026-11-24",
        dueTime: null,
        duePrecision: "day",
        ownerName: "佐藤 花子",
        needsReview: false,
      },
    ],
    history: [anEntry()],
    openHandover: null,
    ...more,
  };
}

export const aPerson = {
  id: "00000000-0000-7000-8000-000000000003",
  name: "木村 一郎",
  department: "購買部",
  title: "課長",
  honorific: "様",
};

export function anEntry(
  more: Partial<ProfileFacts["history"][number]> = {},
): ProfileFacts["history"][number] {
  return {
    id: "00000000-0000-7000-8000-0000000000b1",
    customerName: "田中商事",
    kind: "call",
    direction: "out",
    result: "reached",
    occurredAt: "2026-11-20T06:30:00.000Z",
    precision: "time",
    authorName: "佐藤 花子",
    recorderName: "佐藤 花子",
    title: null,
    body: "単価の件",
    ...more,
  };
}

/** All that a person reads on the card, from top to bottom; HTML undone. Fails when the linter finds a fault. */
export function readCard(card: Card): string {
  expect(lintCard(card)).toEqual([]);
  const texts: string[] = [];
  walk(card, (key, value) => {
    if (["title", "subtitle", "header", "text", "topLabel", "bottomLabel", "label", "hintText"].includes(key))
      texts.push(undo(value));
  });
  return texts.join("\n");
}

/** What a press of each button would send, by its text; lines that can be pressed by their text. */
export function presses(card: Card): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const one = value as {
      text?: string;
      onClick?: { action?: { parameters: { key: string; value: string }[] } };
    };
    if (one.onClick?.action && one.text) {
      found[undo(one.text)] = Object.fromEntries(
        one.onClick.action.parameters.map(({ key, value }) => [key, value]),
      );
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(card);
  return found;
}

function undo(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function walk(value: unknown, see: (key: string, value: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "onClick") continue;
    if (typeof inner === "string") see(key, inner);
    else walk(inner, see);
  }
}
