import { openJournal } from "../core/index.ts";

export { openJournal };
export type Journal = Awaited<ReturnType<typeof openJournal>>;
