import type { Settings } from "../core/index.ts";

/** Where this server answers on this machine. */
export function ownOrigin({ host, port }: Pick<Settings, "host" | "port">): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
