import { html } from "hono/html";

/** HTML whose text parts are escaped. */
export type Html = ReturnType<typeof html>;

/** Pieces of HTML one after another. */
export function joined(pieces: readonly Html[]): Html {
  return html`${pieces as never}`;
}
