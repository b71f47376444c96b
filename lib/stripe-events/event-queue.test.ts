import { expect, test } from "vitest";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";
import { EventQueue } from "./event-queue";

const event = (id: string) => ({ id }) as GatewayEvent;

/** A database that answers when it is told to. */
function slowStore(refused: readonly string[] = []) {
  const batches: string[][] = [];
  const answers: (() => void)[] = [];
  const store = (events: readonly GatewayEvent[]) =>
    new Promise<void>((resolve, reject) => {
      const ids = events.map(({ id }) => id);
      batches.push(ids);
      answers.push(() => {
        if (ids.some((id) => refused.includes(id))) reject(new Error(`refused ${ids.join()}`));
        else resolve();
      });
    });
  const answerAll = async () => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const answer = answers.shift();
      if (!answer) return;
      answer();
    }
  };
  return { batches, store, answerAll };
}

test("an event that comes alone is stored at once; those that come meanwhile go together", async () => {
  const { batches, store, answerAll } = slowStore();
  const queue = new EventQueue(store);
  const added = ["a", "b", "c"].map((id) => queue.add({ event: event(id), bytes: 1 }));
  expect(batches).toEqual([["a"]]);
  await answerAll();
  await Promise.all(added);
  expect(batches).toEqual([["a"], ["b", "c"]]);
  const later = queue.add({ event: event("d"), bytes: 1 });
  await answerAll();
  await later;
  expect(batches.at(-1)).toEqual(["d"]);
});

test("one that cannot be stored keeps no other from being", async () => {
  const { batches, store, answerAll } = slowStore(["bad"]);
  const queue = new EventQueue(store);
  const added = ["first", "good", "bad", "other"].map((id) => queue.add({ event: event(id), bytes: 1 }));
  const outcomes = Promise.allSettled(added);
  await answerAll();
  expect((await outcomes).map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(batches).toEqual([["first"], ["good", "bad", "other"], ["good"], ["bad"], ["other"]]);
});

test("a batch holds no more than 64 events and two megabytes, but always one", async () => {
  const { batches, store, answerAll } = slowStore();
  const queue = new EventQueue(store);
  const small = Array.from({ length: 70 }, (_, index) => queue.add({ event: event(`s${index}`), bytes: 10 }));
  const large = ["x", "y"].map((id) => queue.add({ event: event(id), bytes: 3_000_000 }));
  await answerAll();
  await Promise.all([...small, ...large]);
  expect(batches.map(({ length }) => length)).toEqual([1, 64, 5, 1, 1]);
});
