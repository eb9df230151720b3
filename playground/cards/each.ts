import { createElement, Fragment, type ReactNode } from "react";

/** The drawn items one after another. Nothing moves in static markup, so nothing needs a key. */
export function each<T>(items: readonly T[] | undefined, draw: (item: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...(items ?? []).map(draw));
}
