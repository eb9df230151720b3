import {
  foldText,
  isFreeMailDomain,
  parseAddress,
  parseEmail,
  parseFax,
  parsePhone,
  phoneDigits,
} from "../japanese/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { isSharedSite, urlDomain } from "../matching/index.ts";
import type { ContactKind, ContactPointFields } from "./shapes.ts";

/** One way to reach somebody, as it is stored. */
export interface ContactPointColumns {
  kind: ContactKind;
  value: string;
  /** Equal for equal things: lower-case mail, E.164 phone, folded address. */
  normalized: string;
  extension: string | null;
  label: string | null;
  /** Of an address. */
  parts: Record<string, string | null> | null;
}

/**
 * Reads a contact point as typed. A number that follows no plan (an old one, an inside line) is kept by its digits.
 * Errors: `invalid_mail`, `invalid_phone`, with `field`.
 */
export function readContactPoint(fields: ContactPointFields, field: string): ContactPointColumns {
  const { kind, value } = fields;
  const base = { kind, value, label: fields.label || null, extension: null, parts: null };
  switch (kind) {
    case "mail": {
      const mail = parseEmail(value);
      if (!mail) throw new EnishiError("invalid_mail", { value }, { field });
      return { ...base, normalized: mail };
    }
    case "phone":
    case "mobile":
    case "fax": {
      const phone = kind === "fax" ? parseFax(value) : parsePhone(value);
      if (phone) return { ...base, normalized: phone.e164, extension: phone.ext };
      const digits = phoneDigits(value) || value.normalize("NFKC").replace(/\D/g, "");
      if (digits.length < 3 || digits.length > 20)
        throw new EnishiError("invalid_phone", { value }, { field });
      return { ...base, normalized: digits };
    }
    case "address": {
      const parts = { ...parseAddress(value) };
      return { ...base, normalized: foldText(value) || value, parts };
    }
    case "line":
    case "url":
      return { ...base, normalized: value.normalize("NFKC").trim().toLowerCase() };
  }
}

/** The domain that tells a company by its mail; null for one that unrelated people share. */
export function companyDomain(point: Pick<ContactPointColumns, "kind" | "normalized">): string | null {
  if (point.kind === "mail") return ownDomain(point.normalized.slice(point.normalized.lastIndexOf("@") + 1));
  if (point.kind === "url") return urlDomain(point.normalized);
  return null;
}

function ownDomain(domain: string): string | null {
  return domain !== "" && !isFreeMailDomain(domain) && !isSharedSite(domain) ? domain : null;
}
