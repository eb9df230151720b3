// Opens the embedded database of the folder given and writes rows, saying each one that was acknowledged.
import { openDatabase } from "../../../core/storage/index.ts";

const [, , dataDir = "", mode = "write"] = process.argv;
const database = await openDatabase({ databaseUrl: null, dataDir, join: mode === "join" });
await database.query("create table if not exists kept (n int primary key)");
process.stdout.write("open\n");
if (mode === "write") {
  for (let n = 0; n < 1_000_000; n++) {
    await database.query("insert into kept values ($1)", [n]);
    process.stdout.write(`row ${n}\n`);
  }
}
if (mode === "hold") setInterval(() => {}, 1_000);
if (mode === "join") {
  await database.query("insert into kept values (-1)");
  await database.close();
}
