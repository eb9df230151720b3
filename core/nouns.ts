import type { AnyOperation, AnyQuery } from "./kernel/operation.ts";
import type { Job } from "./kernel/plugin.ts";
import type { Strings } from "./kernel/translator.ts";
import * as workspaces from "./workspaces/index.ts";

/** Everything that core's nouns bring, by name: the explicit list that the conventions test holds against the folders. */
export const nouns: {
  operations: readonly AnyOperation[];
  queries: readonly AnyQuery[];
  strings: readonly Strings[];
  jobs: readonly Job[];
} = {
  operations: [workspaces.openWorkspace],
  queries: [],
  strings: [workspaces.strings],
  jobs: [],
};
