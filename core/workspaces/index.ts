export { bindSlackTeam } from "./bind-slack-team.ts";
export { ensureWorkspace, type NewWorkspace } from "./create.ts";
export { openWorkspace } from "./open.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
