import * as audit from "./audit/index.ts";
import * as backup from "./backup/index.ts";
import * as customers from "./customers/index.ts";
import * as duplicates from "./duplicates/index.ts";
import * as exports from "./exports/index.ts";
import * as history from "./history/index.ts";
import * as imports from "./imports/index.ts";
import type { AnyOperation, AnyQuery } from "./kernel/operation.ts";
import type { Job, Plugin } from "./kernel/plugin.ts";
import type { TableRule } from "./kernel/tables.ts";
import type { Strings } from "./kernel/translator.ts";
import * as lines from "./lines/index.ts";
import * as members from "./members/index.ts";
import * as nextActions from "./next-actions/index.ts";
import * as ownership from "./ownership/index.ts";
import * as profile from "./profile/index.ts";
import * as purchases from "./purchases/index.ts";
import { kernelTables } from "./storage/index.ts";
import * as workspaces from "./workspaces/index.ts";

/** The folders of core that are nouns. The conventions test holds this list against the tree. */
const folders: Record<string, object> = {
  audit,
  backup,
  customers,
  duplicates,
  exports,
  history,
  imports,
  lines,
  members,
  "next-actions": nextActions,
  ownership,
  profile,
  purchases,
  workspaces,
};

const exported = Object.values(folders).flatMap((folder) => Object.values(folder));

/** Folder names of the nouns. */
export const nounFolders: readonly string[] = Object.keys(folders);

/** What every table is promised, of all nouns and of the kernel. */
export const tableRules: readonly TableRule[] = [
  ...kernelTables,
  ...Object.values(folders).flatMap((folder) => ("tables" in folder ? (folder.tables as TableRule[]) : [])),
];

/** Everything that core's nouns bring: what their index.ts exports. */
export const nouns: {
  operations: readonly AnyOperation[];
  queries: readonly AnyQuery[];
  strings: readonly Strings[];
  jobs: readonly Job[];
  /** What nouns do when something was told, such as queueing the work of a batch once it is committed. */
  on: readonly NonNullable<Plugin["on"]>[];
} = {
  operations: exported.filter((one): one is AnyOperation => one?.kind === "operation"),
  queries: exported.filter((one): one is AnyQuery => one?.kind === "query"),
  strings: Object.values(folders).flatMap((folder) =>
    "strings" in folder ? [folder.strings as Strings] : [],
  ),
  jobs: Object.values(folders).flatMap((folder) => ("jobs" in folder ? (folder.jobs as Job[]) : [])),
  on: Object.values(folders).flatMap((folder) =>
    "on" in folder ? [folder.on as NonNullable<Plugin["on"]>] : [],
  ),
};
