import { expect, test, vi } from "vitest";
import { inBatches } from "./in-batches";

test("goes on while batches are full, and ends with the first that is not", async () => {
  const step = vi.fn<(limit: number) => Promise<number>>().mockResolvedValue(0);
  step.mockResolvedValueOnce(1_000).mockResolvedValueOnce(1_000).mockResolvedValueOnce(7);
  expect(await inBatches(step)).toBe(2_007);
  expect(step).toHaveBeenCalledTimes(3);
});

test("leaves the rest of what never ends to the next time", async () => {
  expect(await inBatches((limit) => Promise.resolve(limit))).toBe(1_000_000);
});
