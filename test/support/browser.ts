import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where an installed Chrome or Chromium usually is, when the one that npm brings does not run here. */
const INSTALLED = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Starts a browser without a window: an installed Chrome, else the Chromium that @sparticuz/chromium brings (Linux on
 * x64, no system library needed). A test that needs a browser fails without one; it is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== "" && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser found: install Chrome, or set CHROME_PATH to a Chrome or Chromium.");
  }
  // The package unpacks the libraries that a bare system lacks only when it takes the machine for a Lambda.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({
    args: [...bundled.args.filter((each) => each !== "--single-process"), "--no-sandbox"],
    executablePath: await bundled.executablePath(),
    headless: true,
  });
}
