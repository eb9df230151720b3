import { isDeepStrictEqual } from "node:util";
import { type Check, fail, isObject, rule } from "./check.ts";

/** What is chosen at the start must be one of the options, letter by letter, and no two options share a value. */
export function initialAmongOptions(): Check {
  return rule((value, pointer, errors) => {
    const options = optionsOf(value);
    const chosen = [
      ...(value.initial_option === undefined ? [] : [[value.initial_option, "initial_option"] as const]),
      ...(Array.isArray(value.initial_options)
        ? value.initial_options.map((each, index) => [each, `initial_options/${index}`] as const)
        : []),
    ];
    for (const [initial, path] of chosen) {
      if (options.some((each) => isDeepStrictEqual(each, initial))) continue;
      fail("must be one of the options", { type: "initial_option" }, `${pointer}/${path}`, errors);
    }
    const values = options.flatMap((each) => (isObject(each) ? [each.value] : []));
    if (new Set(values).size < values.length) {
      fail("option values must differ", { type: "unique" }, `${pointer}/options`, errors);
    }
  });
}

function optionsOf(value: Record<string, unknown>): unknown[] {
  if (Array.isArray(value.options)) return value.options;
  if (!Array.isArray(value.option_groups)) return [];
  return value.option_groups.flatMap((group) =>
    isObject(group) && Array.isArray(group.options) ? group.options : [],
  );
}
