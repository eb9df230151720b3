import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer } from "../../core/customers/index.ts";
import { findByMail, getProfile } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;
let company: string;
let person: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  ({ customerId: company } = await enishi.perform(
    createCustomer,
    { kind: "company", name: "田中商事株式会社", ownerId: sato, url: "https://www.tanaka.example/top" },
    enishi.as(sato),
  ));
  ({ customerId: person } = await enishi.perform(
    createCustomer,
    {
      kind: "person",
      name: "木村 花子",
      parentId: company,
      contactPoints: [
        { kind: "mail", value: "kimura@tanaka.example" },
        { kind: "phone", value: "03-1234-5678 内線12" },
      ],
    },
    enishi.as(sato),
  ));
});

afterAll(() => enishi.close());

it("gives a person's profile by mail, with the company's owner", async () => {
  const profile = await enishi.ask(getProfile, { email: "Kimura@Tanaka.example" }, enishi.as(sato));
  expect(profile.customer).toMatchObject({ id: person, name: "木村 花子", parent: { id: company } });
  expect(profile.owners).toMatchObject([{ memberId: sato, role: "owner" }]);
  expect(profile.contactPoints[1]).toMatchObject({ normalized: "+81312345678", extension: "12" });
});

it("gives a company's profile with its people", async () => {
  const profile = await enishi.ask(getProfile, { customerId: company }, enishi.as(sato));
  expect(profile.people).toMatchObject([{ id: person, name: "木村 花子" }]);
});

it("says who is unknown", async () => {
  await expect(
    enishi.ask(getProfile, { email: "nobody@else.example" }, enishi.as(sato)),
  ).rejects.toMatchObject({
    code: "customer_not_found",
  });
});

it("knows a company by the domain of a stranger's address, never by a free-mail domain", async () => {
  const found = await enishi.ask(
    findByMail,
    { emails: ["new@tanaka.example", "kimura@tanaka.example", "x@gmail.com"] },
    enishi.as(sato),
  );
  expect(found.people).toMatchObject([{ customerId: person, company: { id: company } }]);
  expect(found.domainCompanies).toEqual([
    { customerId: company, name: "田中商事株式会社", domain: "tanaka.example" },
  ]);
  expect(found.freeMail).toBe(false);
  const free = await enishi.ask(findByMail, { emails: ["x@gmail.com"] }, enishi.as(sato));
  expect(free).toEqual({ people: [], domainCompanies: [], freeMail: true });
});
