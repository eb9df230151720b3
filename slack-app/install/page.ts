import type { PluginHost } from "../../core/index.ts";

/** The page that ends an installation. Texts are ours alone, so nothing of the request is shown. */
export function installPage(host: PluginHost, outcome: "done" | "expired" | "refused" | "failed"): string {
  const ja = host.text("ja", `slack.install.${outcome}`);
  const en = host.text("en", `slack.install.${outcome}`);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Enishi</title><body style="font-family:sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem">
<p>${ja}</p><p lang="en">${en}</p></body></html>`;
}
