import { EventEmitter } from "node:events";
import type { PoolClient } from "pg";
import { expect, test, vi } from "vitest";
import { openQueuePool } from "./queue-pool";

test("a connection that is given back twice is given back once, each time that it is handed out", () => {
  const pool = openQueuePool("postgres://nobody@127.0.0.1:1/nowhere", 1, () => undefined);
  const client = new EventEmitter() as unknown as PoolClient;
  pool.emit("connect", client);
  for (const error of [undefined, new Error("lost")]) {
    const release = vi.fn<PoolClient["release"]>();
    client.release = release;
    client.release(error);
    client.release(error);
    expect(release.mock.calls).toEqual([[error]]);
  }
});

test("what a lost connection says is told, and ends nothing", () => {
  const lost = vi.fn();
  const pool = openQueuePool("postgres://nobody@127.0.0.1:1/nowhere", 1, lost);
  const client = new EventEmitter() as unknown as PoolClient;
  pool.emit("connect", client);
  (client as unknown as EventEmitter).emit("error", new Error("gone"));
  pool.emit("error", new Error("idle and gone"), client);
  expect(lost).toHaveBeenCalledTimes(2);
});
