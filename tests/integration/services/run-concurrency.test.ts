import { afterEach, expect, test, vi } from "vitest";
import { executeRun } from "@/lib/services/execute-run";
import { createService } from "@/tests/factories/service";
import { createServicesWorld } from "./setup";

const { ctx, createMember, balanceOf, ledgerDifferences, request } = await createServicesWorld();

afterEach(async () => {
  expect(await ledgerDifferences()).toEqual([]);
});

const slowly = () =>
  new Promise<{ output: { text: string } }>((resolve) =>
    setTimeout(() => resolve({ output: { text: "done" } }), 50),
  );

test("of two runs with credit for one, exactly one runs", async () => {
  const member = await createMember({ payg: 9 });
  const run = vi.fn(slowly);
  const service = createService({ run });
  const results = await Promise.allSettled([
    executeRun(ctx, service, request(member, "one")),
    executeRun(ctx, service, request(member, "two")),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "credits.insufficient", meta: { availableMilli: 4000n, missingMilli: 1000n } },
  });
  expect(run).toHaveBeenCalledTimes(1);
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 4000n, heldMilli: 0n });
});

test("of forty runs with credit for ten, exactly ten run", async () => {
  const member = await createMember({ payg: 50 });
  const run = vi.fn(slowly);
  const service = createService({ run });
  const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
  const results = await Promise.allSettled(
    texts.map((text) => executeRun(ctx, service, request(member, text))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(run).toHaveBeenCalledTimes(10);
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 0n, heldMilli: 0n });
});

test("twenty submissions of one form are one run, and all of them get its outcome", async () => {
  const member = await createMember({ payg: 100 });
  const run = vi.fn(slowly);
  const service = createService({ run });
  const one = request(member);
  const views = await Promise.all(Array.from({ length: 20 }, () => executeRun(ctx, service, one)));
  expect(run).toHaveBeenCalledTimes(1);
  expect(new Set(views.map(({ id }) => id)).size).toBe(1);
  expect(views.every(({ status, chargedMilli }) => status === "succeeded" && chargedMilli === 5000n)).toBe(
    true,
  );
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 95_000n, heldMilli: 0n });
});
