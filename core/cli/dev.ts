// `npm run dev`: the server from the sources as they are, started anew by `node --watch` when one changes.
import { main } from "./main.ts";

await main([...process.argv.slice(0, 2), "start"]);
