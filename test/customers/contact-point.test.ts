import { describe, expect, it } from "vitest";
import { companyDomain, readContactPoint } from "../../core/customers/index.ts";

describe("readContactPoint", () => {
  it.each([
    [{ kind: "mail", value: "Ｋｉｍｕｒａ@Tanaka.Example" }, { normalized: "kimura@tanaka.example" }],
    [
      { kind: "phone", value: "０３（１２３４）５６７８ 内線12" },
      { normalized: "+81312345678", extension: "12" },
    ],
    [{ kind: "mobile", value: "9012345678" }, { normalized: "+819012345678" }],
    [{ kind: "fax", value: "FAX 06-6123-4567" }, { normalized: "+81661234567" }],
    [{ kind: "phone", value: "内 4321" }, { normalized: "4321" }],
    [{ kind: "url", value: "HTTPS://Example.JP/" }, { normalized: "https://example.jp/" }],
  ] as const)("reads %o", (typed, expected) => {
    expect(readContactPoint(typed, "value")).toMatchObject({ value: typed.value, ...expected });
  });

  it("takes an address apart", () => {
    const point = readContactPoint({ kind: "address", value: "〒530-0001 大阪市北区梅田1-1" }, "value");
    expect(point.parts).toMatchObject({ prefecture: "大阪府", city: "大阪市北区", postal: "530-0001" });
  });

  it("names the field of an address or number that is none", () => {
    const read = (kind: "mail" | "phone", value: string) => () =>
      readContactPoint({ kind, value }, "contactPoints.1.value");
    expect(read("mail", "なし")).toThrow(
      expect.objectContaining({ code: "invalid_mail", field: "contactPoints.1.value" }),
    );
    expect(read("phone", "不明")).toThrow(expect.objectContaining({ code: "invalid_phone" }));
  });
});

describe("companyDomain", () => {
  it.each([
    ["mail", "kimura@tanaka.example", "tanaka.example"],
    ["mail", "kimura@gmail.com", null],
    ["mail", "kimura@abc.ne.jp", null],
    ["url", "https://www.tanaka.example/top", "tanaka.example"],
    ["url", "tanaka.example", "tanaka.example"],
    ["url", "https://www.facebook.com/tanaka", null],
    ["url", "準備中", null],
    ["phone", "+81312345678", null],
  ] as const)("tells of %s %s: %s", (kind, normalized, domain) => {
    expect(companyDomain({ kind, normalized })).toBe(domain);
  });
});
