import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const schemaFolder = fileURLToPath(new URL("../../prisma/schema/", import.meta.url));
const engineFolder = new URL("../../node_modules/@prisma/schema-engine-wasm/", import.meta.url);

/**
 * The SQL that makes what prisma/schema describes from nothing. Prisma's schema engine runs as WASM: nothing is
 * downloaded and no server is asked. A new migration is cut from it; rules that Prisma's language cannot say are not
 * in it.
 */
export async function schemaSql(): Promise<string> {
  const files = readdirSync(schemaFolder).map((name) => ({
    path: join(schemaFolder, name),
    content: readFileSync(join(schemaFolder, name), "utf8"),
  }));
  const { SchemaEngine } = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    noServer,
  );
  const result = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}

/** Answers the one question that the engine asks of a server: its version. */
const connection = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: async () =>
    succeeded({ columnNames: ["version"], columnTypes: [7], rows: [["PostgreSQL 15.18"]] }),
  executeRaw: async () => succeeded(0),
  executeScript: async () => succeeded(undefined),
  dispose: async () => succeeded(undefined),
  getConnectionInfo: () => succeeded({ schemaName: "public", supportsRelationJoins: true }),
};

const noServer = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => succeeded(connection),
  connectToShadowDb: async () => succeeded(connection),
};

/** The result type that the engine expects of an adapter. */
function succeeded<T>(value: T): object {
  return {
    ok: true,
    value,
    map: (next: (value: T) => unknown) => succeeded(next(value)),
    flatMap: (next: (value: T) => unknown) => next(value),
  };
}

interface Engine {
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: () => void,
      adapter: object,
    ) => Promise<{ diff(params: object): Promise<{ stdout: string | null }> }>;
  };
}

/** Node has it; the types of Node 20 do not. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>;
  };
};

async function loadEngine(): Promise<Engine> {
  const glue = await import(new URL("schema_engine_bg.js", engineFolder).href);
  const bytes = readFileSync(new URL("schema_engine_bg.wasm", engineFolder));
  const { instance } = await webAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue as Engine;
}
