import { z } from "zod";

const text = z.string().max(20_000);

/** Values of a form field: https://developers.google.com/workspace/add-ons/concepts/event-objects */
const formInput = z.object({
  stringInputs: z.object({ value: z.array(text).max(200).default([]) }).optional(),
});

/**
 * The add-on event object, as far as we read it. Unknown keys are ignored: Google adds some now and then.
 * https://developers.google.com/workspace/add-ons/reference/event-object
 */
export const addonEvent = z.object({
  commonEventObject: z
    .object({
      userLocale: z.string().max(40).optional(),
      hostApp: z.string().max(40).optional(),
      platform: z.string().max(40).optional(),
      timeZone: z.object({ id: z.string().max(80).optional() }).optional(),
      parameters: z.record(z.string(), text).default({}),
      formInputs: z.record(z.string(), formInput).default({}),
    })
    .default({ parameters: {}, formInputs: {} }),
  authorizationEventObject: z
    .object({
      userOAuthToken: text.optional(),
      userIdToken: text.optional(),
      systemIdToken: text.optional(),
    })
    .default({}),
  gmail: z
    .object({
      messageId: z.string().max(200).optional(),
      threadId: z.string().max(200).optional(),
      accessToken: text.optional(),
      toRecipients: z.array(text).max(500).optional(),
      ccRecipients: z.array(text).max(500).optional(),
      bccRecipients: z.array(text).max(500).optional(),
    })
    .optional(),
  sheets: z
    .object({
      id: z.string().max(200).optional(),
      title: z.string().max(1_000).optional(),
      addonHasFileScopePermission: z.boolean().optional(),
    })
    .optional(),
});

export type AddonEvent = z.output<typeof addonEvent>;

/** Japanese for ja*, English for everybody else who says so; Japanese when nothing is said. */
export function localeOf(event: AddonEvent): "ja" | "en" {
  const told = event.commonEventObject.userLocale?.toLowerCase() ?? "ja";
  return told.startsWith("ja") ? "ja" : "en";
}

/** A parameter of the pressed button; empty is as good as absent. */
export function parameter(event: AddonEvent, name: string): string | null {
  return event.commonEventObject.parameters[name] || null;
}

/** What was typed or picked in a form field, without the spaces around it; empty is as good as absent. */
export function typed(event: AddonEvent, name: string): string | null {
  return event.commonEventObject.formInputs[name]?.stringInputs?.value[0]?.trim() || null;
}

/** True when the box of that name and value is ticked. */
export function ticked(event: AddonEvent, name: string, value: string): boolean {
  return event.commonEventObject.formInputs[name]?.stringInputs?.value.includes(value) ?? false;
}
