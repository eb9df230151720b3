// The command line is TypeScript, some 600 files. They are put together into a few of JavaScript, once after each change:
// read one by one, they would take seconds at every start.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = fileURLToPath(new URL("../", import.meta.url));
const folder = join(home, "generated", "program");
const list = join(folder, "current.json");

/** URL of the program's entry, put together anew when one of the files it was made of has changed. */
export async function programUrl() {
  const built = readBuilt();
  if (built && isFresh(built)) return entryOf(built);
  try {
    return entryOf(await build());
  } catch (error) {
    // An installation that nobody may write to is used as it is.
    if (built && ["EACCES", "EPERM", "EROFS"].includes(error.code)) return entryOf(built);
    // What cannot be put together (enishi.config.ts, a plugin) has been shown with its place.
    if (error.errors) process.exit(1);
    throw error;
  }
}

/** Puts the program together beside the older ones, which a running server may still read from; `current.json` names it. */
async function build() {
  const { build: bundle } = await import("esbuild");
  const name = `${Date.now().toString(36)}-${process.pid}`;
  const outdir = join(folder, name);
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
    sourcemap: "linked",
    metafile: true,
    logLevel: "error",
    plugins: [ownUrls(outdir)],
  });
  const inputs = Object.keys(metafile.inputs);
  const built = { name, inputs: Object.fromEntries(inputs.map((path) => [path, stampOf(path)])) };
  writeFileSync(`${list}.${name}`, JSON.stringify(built));
  renameSync(`${list}.${name}`, list);
  return built;
}

/** Each file keeps its own `import.meta.url`: what lies beside it (templates, workers, styles) is found from there. */
function ownUrls(outdir) {
  return {
    name: "own-urls",
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes("import.meta.url")) return undefined;
        const own = JSON.stringify(relative(outdir, path).replaceAll("\\", "/"));
        const contents = text.replaceAll("import.meta.url", `new URL(${own}, import.meta.url).href`);
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts", resolveDir: dirname(path) };
      });
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

function stampOf(path) {
  const { mtimeMs, size } = statSync(join(home, path));
  // Archives and images keep whole seconds.
  return `${Math.floor(mtimeMs / 1_000)} ${size}`;
}

function entryOf({ name }) {
  return pathToFileURL(join(folder, name, "main.mjs")).href;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build();
}
