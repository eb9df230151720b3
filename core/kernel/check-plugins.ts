import type { Plugin } from "./plugin.ts";

/** Refuses plugins that would collide, at start, with a sentence for the person who lists them in enishi.config.ts. */
export function checkPlugins(plugins: readonly Plugin[]): void {
  const names = new Set<string>();
  const presets = new Set<string>();
  for (const plugin of plugins) {
    if (plugin.apiVersion !== 1) {
      throw new Error(
        `plugin ${plugin.name}: apiVersion ${plugin.apiVersion} is not known here; this host speaks 1`,
      );
    }
    if (!/^[a-z][a-z0-9-]*$/.test(plugin.name))
      throw new Error(`plugin ${plugin.name}: the name is not kebab-case`);
    if (names.has(plugin.name)) throw new Error(`plugin ${plugin.name} is listed twice in enishi.config.ts`);
    names.add(plugin.name);
    for (const { id } of plugin.importPresets ?? []) {
      if (presets.has(id)) throw new Error(`plugin ${plugin.name}: there is an import preset ${id} already`);
      presets.add(id);
    }
    for (const { name } of [
      ...(plugin.operations ?? []),
      ...(plugin.queries ?? []),
      ...(plugin.jobs ?? []),
    ]) {
      if (!name.startsWith(`${plugin.name}.`)) {
        throw new Error(`plugin ${plugin.name}: ${name} must begin with "${plugin.name}."`);
      }
    }
  }
}
