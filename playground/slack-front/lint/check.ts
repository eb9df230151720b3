/** One fault, in the shape of Slack's own method: https://docs.slack.dev/reference/methods/blocks.validate */
export type LintError = {
  /** JSON pointer to the faulty part, e.g. `/blocks/0/text/text`. */
  pointer: string;
  code:
    | "missing_field"
    | "unknown_field"
    | "unknown_type"
    | "wrong_type"
    | "failed_constraint"
    | "duplicate_id"
    | "missing_fallback_text"
    | "msg_blocks_too_long";
  message: string;
  constraint?: Record<string, unknown>;
};

/** Looks at one value and adds what is wrong with it. */
export type Check = (value: unknown, pointer: string, errors: LintError[]) => void;

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object with exactly these keys; those in `optional` may be absent, anything else is refused. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, pointer, errors) => {
    if (!isObject(value)) return wrongType("object", pointer, errors);
    for (const key of Object.keys(required)) {
      if (value[key] === undefined || value[key] === null) {
        errors.push({ pointer, code: "missing_field", message: `missing required field: ${key}` });
      }
    }
    for (const [key, part] of Object.entries(value)) {
      if (part === undefined) continue;
      const check = own(required, key) ?? own(optional, key);
      if (check) check(part, `${pointer}/${key}`, errors);
      else
        errors.push({
          pointer: `${pointer}/${key}`,
          code: "unknown_field",
          message: `unknown field: ${key}`,
        });
    }
  };
}

/** A string of `min` to `max` UTF-16 units. Blanks alone count as empty: Slack trims before it counts. */
export function text(max: number, min = 1): Check {
  return (value, pointer, errors) => {
    if (typeof value !== "string") return wrongType("string", pointer, errors);
    const length = value.trim() === "" ? 0 : value.length;
    if (length < min) constraint("min_length", min, length, pointer, errors);
    if (value.length > max) constraint("max_length", max, value.length, pointer, errors);
  };
}

/** A list of `min` to `max` parts, each of which passes `check`. */
export function list(check: Check, max: number, min = 1): Check {
  return (value, pointer, errors) => {
    if (!Array.isArray(value)) return wrongType("array", pointer, errors);
    if (value.length < min) constraint("min_items", min, value.length, pointer, errors);
    if (value.length > max) constraint("max_items", max, value.length, pointer, errors);
    value.forEach((part, index) => {
      check(part, `${pointer}/${index}`, errors);
    });
  };
}

/** An object whose `type` chooses the check. */
export function typed(checks: Record<string, Check>): Check {
  return (value, pointer, errors) => {
    if (!isObject(value)) return wrongType("object", pointer, errors);
    const check = typeof value.type === "string" ? own(checks, value.type) : undefined;
    if (check) return check(value, pointer, errors);
    errors.push({
      pointer: `${pointer}/type`,
      code: "unknown_type",
      message: `${JSON.stringify(value.type)} cannot stand here`,
      constraint: { type: "enum", expected: Object.keys(checks), got: value.type },
    });
  };
}

/** One of a few strings or numbers. */
export function oneOf(...expected: (string | number)[]): Check {
  return (value, pointer, errors) => {
    if (expected.includes(value as string)) return;
    errors.push({
      pointer,
      code: "failed_constraint",
      message: `must be one of ${expected.join(", ")}`,
      constraint: { type: "enum", expected, got: value },
    });
  };
}

/** A string that matches, such as a date. */
export function pattern(expression: RegExp, name: string): Check {
  return (value, pointer, errors) => {
    if (typeof value !== "string") return wrongType("string", pointer, errors);
    if (!expression.test(value))
      fail(`must be ${name}`, { type: "format", expected: name, got: value }, pointer, errors);
  };
}

export const boolean: Check = (value, pointer, errors) => {
  if (typeof value !== "boolean") wrongType("boolean", pointer, errors);
};

export const number: Check = (value, pointer, errors) => {
  if (!Number.isFinite(value)) wrongType("number", pointer, errors);
};

/** A whole number of `min` to `max`. */
export function integer(min: number, max: number): Check {
  return (value, pointer, errors) => {
    if (!Number.isInteger(value)) return wrongType("integer", pointer, errors);
    if ((value as number) < min) constraint("min", min, value, pointer, errors);
    if ((value as number) > max) constraint("max", max, value, pointer, errors);
  };
}

/** Runs several checks on the same value. */
export function all(...checks: Check[]): Check {
  return (value, pointer, errors) => {
    for (const check of checks) check(value, pointer, errors);
  };
}

/** A rule over a whole object, run only on objects. */
export function rule(look: (value: Json, pointer: string, errors: LintError[]) => void): Check {
  return (value, pointer, errors) => {
    if (isObject(value)) look(value, pointer, errors);
  };
}

export function fail(message: string, detail: Json, pointer: string, errors: LintError[]): void {
  errors.push({ pointer, code: "failed_constraint", message, constraint: detail });
}

function constraint(
  type: string,
  expected: number,
  got: unknown,
  pointer: string,
  errors: LintError[],
): void {
  fail(`${type} is ${expected}, got ${String(got)}`, { type, expected, got }, pointer, errors);
}

function wrongType(expected: string, pointer: string, errors: LintError[]): void {
  errors.push({
    pointer,
    code: "wrong_type",
    message: `must be ${expected}`,
    constraint: { type: "type", expected },
  });
}

function own(checks: Record<string, Check>, key: string): Check | undefined {
  return Object.hasOwn(checks, key) ? checks[key] : undefined;
}
