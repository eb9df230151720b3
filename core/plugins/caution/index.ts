import { definePlugin } from "../../index.ts";
import { command } from "./command.ts";
import { markCaution } from "./mark.ts";
import { resolveCaution } from "./resolve.ts";
import { section } from "./section.ts";
import { strings } from "./strings.ts";

/**
 * 要注意: a history entry marked so is pinned on top of the profile, in Slack and beside the mail, until someone
 * resolves it. It says facts and how to act, never a judgement of a person.
 */
export function caution() {
  return definePlugin({
    name: "caution",
    strings,
    permissions: { "caution.write": ["admin", "manager", "member"] },
    operations: [markCaution, resolveCaution],
    commands: [command],
    profileSections: [section],
    on: {
      // An entry that was taken back warns of nothing any more.
      "history.cancelled": async (event, host) => {
        const { historyId } = event.payload;
        if (typeof historyId === "string") await host.records(event.workspaceId).remove(historyId);
      },
    },
  });
}
