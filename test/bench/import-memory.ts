// Runs `enishi import` with the arguments given and says how much memory it took at most, in KB.
import { main } from "../../core/cli/main.ts";

await main(["node", "enishi", "import", ...process.argv.slice(2)]);
process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`);
