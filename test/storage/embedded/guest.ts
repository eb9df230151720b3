// Joins the embedded database of the folder given and stays inside a transaction until it is killed.
import { openDatabase } from "../../../core/storage/index.ts";

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2] ?? "", join: true });
await database.transaction(async (tx) => {
  await tx.query("insert into numbers values (20000, 'never')");
  process.stdout.write("inside\n");
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
