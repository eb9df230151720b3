import type pg from "pg";
import { sha256 } from "../kernel/ids.ts";

/** More texts than this are not hot paths but a mistake, and each costs the server memory on every connection. */
const MOST = 60;

const names = new Map<string, string>();
const connections = new WeakMap<object, number>();
let opened = 0;

/**
 * The name under which one connection keeps a statement planned; undefined when it is better not kept. The connection
 * is part of it, because all connections to the embedded database share one session and so one space of names.
 */
export function preparedName(connection: pg.ClientBase, sql: string): string | undefined {
  let name = names.get(sql);
  if (!name) {
    if (names.size >= MOST) return undefined;
    name = `enishi_${sha256(sql).slice(0, 20)}`;
    names.set(sql, name);
  }
  let number = connections.get(connection);
  if (number === undefined) {
    number = ++opened;
    connections.set(connection, number);
  }
  return `${name}_${number}`;
}
