// The command line is TypeScript, some 600 files. They are put together into a few of JavaScript, once after each change:
// read one by one, they would take seconds at every start.
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = fileURLToPath(new URL("../", import.meta.url));
const folder = join(home, "generated", "program");
const list = join(folder, "current.json");
/** A server that still reads from an older one is started anew within this time. */
const KEPT_MS = 7 * 86_400_000;

/** URL of the program's entry, put together anew when one of the files it was made of has changed. */
export async function programUrl() {
  const built = readBuilt();
  if (built && isFresh(built)) return entryOf(built);
  if (built && !isWritable()) {
    process.stderr.write(
      `${folder} に書き込めないため、前に組み立てたプログラムで動かします (not writable: running what was built before)\n`,
    );
    return entryOf(built);
  }
  try {
    return entryOf(await build());
  } catch (error) {
    // What cannot be put together (enishi.config.ts, a plugin) has been shown with its place.
    if (error.errors) process.exit(1);
    throw error;
  }
}

/** Puts the program together beside the older ones, which a running server may still read from; `current.json` names it. */
async function build() {
  const began = Date.now();
  const { build: bundle, stop } = await import("esbuild");
  const name = `${began.toString(36)}-${process.pid}`;
  const outdir = join(folder, name);
  mkdirSync(outdir, { recursive: true });
  const { metafile } = await bundle({
    absWorkingDir: home,
    entryPoints: { main: "core/cli/main.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    jsx: "automatic",
    sourcemap: "linked",
    metafile: true,
    logLevel: "error",
    ...ownMeta(outdir),
  });
  await stop();
  const files = [...Object.keys(metafile.inputs), "tsconfig.json", "bin/program.mjs"];
  const inputs = Object.fromEntries(files.map((path) => [path, stampOf(path, began)]));
  writeFileSync(`${list}.${name}`, JSON.stringify({ name, inputs }));
  renameSync(`${list}.${name}`, list);
  forgetOld(name);
  return { name };
}

/**
 * Each file keeps its own `import.meta`: what lies beside it (templates, workers, styles) is found from there. `__here` is
 * the place of the file that it was put into.
 */
function ownMeta(outdir) {
  const plugin = {
    name: "own-meta",
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes("import.meta.")) return undefined;
        const own = JSON.stringify(relative(outdir, path).replaceAll("\\", "/"));
        const contents = `import { fileURLToPath as __pathOf } from "node:url"; const __url = new URL(${own}, __here).href, __filename_ = __pathOf(__url), __dirname_ = __pathOf(new URL(".", __url)).replace(/[\\\\/]$/, ""); ${text}`;
        const [, kind] = /\.[cm]?([jt]sx?)$/.exec(path);
        return { contents, loader: kind, resolveDir: dirname(path) };
      });
    },
  };
  return {
    plugins: [plugin],
    banner: { js: "const __here = import.meta.url;" },
    define: {
      "import.meta.url": "__url",
      "import.meta.dirname": "__dirname_",
      "import.meta.filename": "__filename_",
    },
  };
}

function readBuilt() {
  try {
    return JSON.parse(readFileSync(list, "utf8"));
  } catch {
    return null;
  }
}

function isFresh({ name, inputs }) {
  try {
    statSync(join(folder, name, "main.mjs"));
    return Object.entries(inputs).every(([path, stamp]) => stampOf(path) === stamp);
  } catch {
    return false;
  }
}

function isWritable() {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Of a file that changed while it was being read, none: it is read again. Archives and images keep whole seconds. */
function stampOf(path, began = Number.POSITIVE_INFINITY) {
  const { mtimeMs, size } = statSync(resolve(home, path));
  return mtimeMs < began - 1_000 ? `${Math.floor(mtimeMs / 1_000)} ${size}` : "";
}

function forgetOld(current) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || entry.name === current) continue;
    if (statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

function entryOf({ name }) {
  return pathToFileURL(join(folder, name, "main.mjs")).href;
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  // A plugin that cannot be put together has been shown; it keeps nobody from installing.
  await build().catch((error) => {
    if (!error.errors) throw error;
  });
}
