import { describe, expect, it } from "vitest";
import { decideSeat, mayJoinByMail, parseMembersRule, type SlackPerson } from "../../core/members/index.ts";

const person: SlackPerson = {
  teamId: "T1",
  isBot: false,
  isDeleted: false,
  isGuest: false,
  isStranger: false,
  isOwner: false,
  isAdmin: false,
};
const facts = { teamId: "T1", named: false, inChannel: false };

describe("parseMembersRule", () => {
  it.each([
    [undefined, { kind: "invite" }],
    ["", { kind: "invite" }],
    [" Invite ", { kind: "invite" }],
    ["all", { kind: "all" }],
    ["channel:C0123ABCD", { kind: "channel", channelId: "C0123ABCD" }],
    ["ｃｈａｎｎｅｌ：c0123abcd", { kind: "channel", channelId: "C0123ABCD" }],
    ["channel:", null],
    ["everyone", null],
  ])("reads %s", (text, rule) => {
    expect(parseMembersRule(text)).toEqual(rule);
  });
});

describe("decideSeat", () => {
  it("gives owners and admins of the Slack workspace a seat as administrators", () => {
    expect(decideSeat({ kind: "invite" }, { ...person, isOwner: true }, facts)).toEqual({
      seat: true,
      role: "admin",
    });
  });

  it("gives whom a colleague named a seat, whatever the rule", () => {
    expect(decideSeat({ kind: "invite" }, person, { ...facts, named: true })).toEqual({
      seat: true,
      role: "member",
    });
  });

  it("follows the rule for everybody else", () => {
    const channel = { kind: "channel", channelId: "C1" } as const;
    expect(decideSeat({ kind: "all" }, person, facts)).toMatchObject({ seat: true });
    expect(decideSeat(channel, person, { ...facts, inChannel: true })).toMatchObject({ seat: true });
    expect(decideSeat(channel, person, facts)).toEqual({ seat: false, reason: "not_in_channel" });
    expect(decideSeat({ kind: "invite" }, person, facts)).toEqual({ seat: false, reason: "not_invited" });
  });

  it.each([
    ["guest", { isGuest: true }],
    ["outsider", { isStranger: true }],
    ["outsider", { teamId: "T2" }],
    ["bot", { isBot: true }],
    ["deleted", { isDeleted: true }],
  ] as const)("never gives a %s a seat, named or not", (reason, more) => {
    const somebody = { ...person, isOwner: true, ...more };
    expect(decideSeat({ kind: "all" }, somebody, { ...facts, named: true, inChannel: true })).toEqual({
      seat: false,
      reason,
    });
  });
});

describe("mayJoinByMail", () => {
  const identity = { email: "a@Example.co.jp", emailVerified: true, hostedDomain: "example.co.jp" };

  it("takes a verified address of an allowed domain", () => {
    expect(mayJoinByMail(identity, [" Example.CO.JP "])).toBe(true);
    expect(mayJoinByMail({ ...identity, hostedDomain: null }, ["example.co.jp"])).toBe(true);
  });

  it.each([
    ["unverified", { ...identity, emailVerified: false }, ["example.co.jp"]],
    ["from elsewhere", identity, ["else.example"]],
    ["of a subdomain", { ...identity, email: "a@sub.example.co.jp" }, ["example.co.jp"]],
    ["hosted by another domain", { ...identity, hostedDomain: "else.example" }, ["example.co.jp"]],
    [
      "of free mail, even if allowed",
      { ...identity, email: "a@gmail.com", hostedDomain: null },
      ["gmail.com"],
    ],
    ["of nobody", { ...identity, email: null }, ["example.co.jp"]],
  ] as const)("refuses an address %s", (_title, given, allowed) => {
    expect(mayJoinByMail(given, [...allowed])).toBe(false);
  });
});
