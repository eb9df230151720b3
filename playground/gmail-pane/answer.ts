type Json = Record<string, unknown>;

/** What an answer of the add-on asks Gmail to do with its cards. */
export type Step =
  | { do: "push" | "update"; card: Json }
  | { do: "pop" | "root" }
  | { do: "to_card"; name: string };

export interface Reaction {
  steps: Step[];
  notification: string | null;
  openUrl: string | null;
}

/**
 * Reads the answer to a trigger (`action`) or to a pressed button (`renderActions`):
 * https://developers.google.com/workspace/add-ons/guides/alternate-runtimes#response-formats
 * Null when it is neither.
 */
export function readAnswer(answer: unknown): Reaction | null {
  const outer = object(answer);
  const action = object(object(outer?.renderActions)?.action) ?? object(outer?.action);
  if (!action) return null;
  const navigations = Array.isArray(action.navigations) ? action.navigations : [];
  const url = object(action.link)?.url;
  return {
    steps: navigations.flatMap((each) => stepOf(object(each) ?? {})),
    notification: text(object(action.notification)?.text),
    openUrl: text(url),
  };
}

function stepOf(navigation: Json): Step[] {
  const [pushed, updated] = [object(navigation.pushCard), object(navigation.updateCard)];
  if (pushed) return [{ do: "push", card: pushed }];
  if (updated) return [{ do: "update", card: updated }];
  if (navigation.popToRoot === true) return [{ do: "root" }];
  if (navigation.pop === true) return [{ do: "pop" }];
  const name = text(navigation.popToCard);
  return name === null ? [] : [{ do: "to_card", name }];
}

function object(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
