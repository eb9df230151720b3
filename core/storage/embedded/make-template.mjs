// Makes the prepared database folder that first starts unpack (run by postinstall; 5 s once instead of at every first start).
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";

const target = fileURLToPath(new URL("../../../generated/pglite-template.tar.gz", import.meta.url));
const db = await PGlite.create({ extensions: { btree_gin } });
const dump = await db.dumpDataDir("gzip");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, Buffer.from(await dump.arrayBuffer()));
await db.close();
