import fc from "fast-check";
import { expect, test } from "vitest";
import { SendTogether } from "./send-together";

test("each item gets its own outcome, whatever waits together, within the room there is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 3 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      async (pauses, ...[lanes, most]) => {
        let [running, calls] = [0, 0];
        const together = new SendTogether<number, number>({
          lanes,
          most,
          async send(items) {
            running += 1;
            calls += 1;
            expect(running).toBeLessThanOrEqual(lanes);
            expect(items.length).toBeLessThanOrEqual(most);
            for (let turn = 0; turn < (items[0] ?? 0) % 3; turn += 1) await Promise.resolve();
            running -= 1;
            if (items.includes(13)) throw new Error("down");
            return items.map((item) =>
              item % 7 === 0
                ? { status: "rejected", reason: item }
                : { status: "fulfilled", value: item * 2 },
            );
          },
        });
        const asked = pauses.map(async (pause, item) => {
          for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
          return together.add(item);
        });
        const outcomes = await Promise.allSettled(asked);
        outcomes.forEach((outcome, item) => {
          const failed = outcome.status === "rejected" && outcome.reason instanceof Error;
          if (!failed && item % 7 === 0) expect(outcome).toEqual({ status: "rejected", reason: item });
          else if (!failed) expect(outcome).toEqual({ status: "fulfilled", value: item * 2 });
        });
        expect(calls).toBeLessThanOrEqual(pauses.length);
      },
    ),
  );
});

test("what finds room goes at once and alone", async () => {
  const sent: number[][] = [];
  const together = new SendTogether<number, number>({
    ...{ lanes: 2, most: 10 },
    send: async (items) => {
      sent.push([...items]);
      await Promise.resolve();
      return items.map((value) => ({ status: "fulfilled", value }));
    },
  });
  await Promise.all([1, 2, 3, 4, 5].map((item) => together.add(item)));
  expect(sent).toEqual([[1], [2], [3, 4, 5]]);
});
