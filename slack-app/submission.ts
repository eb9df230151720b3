import { asObject, type SlackBody, textOf } from "./delivery.ts";

/** What is wrong, by the `block_id` of an input. */
export type FieldErrors = Record<string, string>;

/** The values of a modal by `block_id`, whatever the element. Lists for elements that take several. */
export type FormValues = Record<string, string | string[] | null>;

/** Says a text in the language of whoever submits. */
export type Say = (key: string) => string;

/** Checks of modals by `callback_id`: pure, so that they can run before the acknowledgement. */
export type SubmissionChecks = Record<string, (values: FormValues, say: Say) => FieldErrors | null>;

/** Runs the check of the modal that was submitted; null when everything is in order or nobody checks it. */
export function checkSubmission(body: SlackBody, checks: SubmissionChecks, say: Say): FieldErrors | null {
  const view = asObject(body.view);
  const check = checks[textOf(view?.callback_id) ?? ""];
  if (!check || !view) return null;
  const errors = check(formValues(view), say);
  return errors && Object.keys(errors).length > 0 ? errors : null;
}

/** Reads `view.state.values`. One input has one element, so the block names it. */
export function formValues(view: Record<string, unknown>): FormValues {
  const blocks = asObject(asObject(view.state)?.values) ?? {};
  return Object.fromEntries(
    Object.entries(blocks).map(([blockId, elements]) => {
      const element = asObject(Object.values(asObject(elements) ?? {})[0]);
      return [blockId, element ? enteredIn(element) : null];
    }),
  );
}

function enteredIn(element: Record<string, unknown>): string | string[] | null {
  for (const key of ["value", "selected_user", "selected_date", "selected_time"]) {
    const text = textOf(element[key]);
    if (text !== null) return text;
  }
  const one = asObject(element.selected_option);
  if (one) return textOf(one.value);
  if (Array.isArray(element.selected_options)) {
    return element.selected_options.flatMap((option) => textOf(asObject(option)?.value) ?? []);
  }
  return null;
}
