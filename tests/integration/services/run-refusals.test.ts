import { randomUUID } from "node:crypto";
import { z } from "zod";
import { afterEach, describe, expect, test, vi } from "vitest";
import { executeRun } from "@/lib/services/execute-run";
import { createService } from "@/tests/factories/service";
import { createServicesWorld } from "./setup";

const { ctx, log, createMember, balanceOf, reasonsOf, ledgerDifferences, request } =
  await createServicesWorld();

afterEach(async () => {
  expect(await ledgerDifferences()).toEqual([]);
});

const runsOf = (userId: string) => ctx.db.prisma.serviceRun.count({ where: { userId } });

async function expectUntouched(member: string): Promise<void> {
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  expect(await reasonsOf(member)).toEqual(["grant"]);
  expect(await runsOf(member)).toBe(0);
}

test("too little says available, required and missing; nothing ran and nothing is recorded", async () => {
  const member = await createMember({ subscription: 1, payg: 3 });
  const run = vi.fn();
  await expect(executeRun(ctx, createService({ run }), request(member))).rejects.toMatchObject({
    code: "credits.insufficient",
    meta: { availableMilli: 4000n, requiredMilli: 5000n, missingMilli: 1000n },
  });
  expect(run).not.toHaveBeenCalled();
  expect(await runsOf(member)).toBe(0);
});

test("somebody who never had a credit is told the same way", async () => {
  const member = await createMember();
  await expect(executeRun(ctx, createService(), request(member))).rejects.toMatchObject({
    meta: { availableMilli: 0n, missingMilli: 5000n },
  });
});

test("input that the schema refuses names its field", async () => {
  const member = await createMember({ payg: 10 });
  await expect(executeRun(ctx, createService(), request(member, ""))).rejects.toMatchObject({
    code: "services.invalid_input",
    meta: { fields: { text: ["Write something."] } },
  });
  await expectUntouched(member);
});

describe("a quote that makes no sense stops the run before anything is reserved", () => {
  test.each([
    ["negative", () => -1n],
    ["NaN", () => Number.NaN as unknown as bigint],
    ["a plain number", () => 5 as unknown as bigint],
    ["missing", () => undefined as unknown as bigint],
    ["beyond a million credits", () => 1_000_000_001n],
    ["beyond 64 bits", () => 2n ** 64n],
    [
      "thrown",
      () => {
        throw new Error("no price today");
      },
    ],
  ])("%s", async (_name, quote) => {
    const member = await createMember({ payg: 10 });
    log.lines.length = 0;
    await expect(executeRun(ctx, createService({ quote }), request(member))).rejects.toMatchObject({
      code: "services.misbehaved",
    });
    expect(log.lines).toHaveLength(1);
    await expectUntouched(member);
  });
});

test("a price above the one that was agreed to is refused with the new one; a lower one is fine", async () => {
  const member = await createMember({ payg: 10 });
  const agreed = (approvedMilli: bigint) => ({ ...request(member), approvedMilli });
  await expect(executeRun(ctx, createService(), agreed(4999n))).rejects.toMatchObject({
    code: "services.quote_changed",
    meta: { quoteMilli: 5000n, approvedMilli: 4999n },
  });
  await expectUntouched(member);
  expect(await executeRun(ctx, createService(), agreed(6000n))).toMatchObject({ chargedMilli: 5000n });
});

test.each(["", "1", "not-a-uuid", "a".repeat(10_000), "\0"])("the run key %j is refused", async (key) => {
  const member = await createMember({ payg: 10 });
  await expect(executeRun(ctx, createService(), request(member, "hello", key))).rejects.toMatchObject({
    code: "services.invalid_run_key",
  });
  await expectUntouched(member);
});

describe("the same run key again", () => {
  test("returns the first outcome and runs nothing", async () => {
    const member = await createMember({ payg: 10 });
    const again = request(member);
    const first = await executeRun(ctx, createService(), again);
    const run = vi.fn();
    const second = await executeRun(ctx, createService({ run, quote: () => 9000n }), again);
    expect(second).toEqual(first);
    expect(run).not.toHaveBeenCalled();
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 5000n });
  });

  test("returns it although the price, the input's rules or the balance are others by now", async () => {
    const member = await createMember({ payg: 5 });
    const again = { ...request(member), approvedMilli: 5000n };
    const first = await executeRun(ctx, createService(), again);
    const dearer = createService({ quote: () => 9000n });
    const stricter = createService({ input: z.object({ text: z.string().min(1_000) }) });
    for (const service of [dearer, stricter, createService()])
      expect(await executeRun(ctx, service, again)).toEqual(first);
  });

  test("returns a failure again, too", async () => {
    const member = await createMember({ payg: 10 });
    const again = request(member);
    await executeRun(ctx, createService({ run: () => Promise.reject(new Error("boom")) }), again);
    expect(await executeRun(ctx, createService(), again)).toMatchObject({ status: "failed" });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n });
  });

  test("with another input, or for another service, is a conflict", async () => {
    const member = await createMember({ payg: 20 });
    const key = randomUUID();
    await executeRun(ctx, createService(), request(member, "one", key));
    const conflict = { code: "services.run_key_reused" };
    await expect(executeRun(ctx, createService(), request(member, "two", key))).rejects.toMatchObject(
      conflict,
    );
    const other = createService({ slug: "other" });
    await expect(executeRun(ctx, other, request(member, "one", key))).rejects.toMatchObject(conflict);
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 15_000n });
  });

  test("by another person is another run", async () => {
    const [one, two] = [await createMember({ payg: 10 }), await createMember({ payg: 10 })];
    const key = randomUUID();
    const first = await executeRun(ctx, createService(), request(one, "hello", key));
    const second = await executeRun(ctx, createService(), request(two, "hello", key));
    expect(second.id).not.toBe(first.id);
    expect(await balanceOf(two)).toMatchObject({ totalMilli: 5000n });
  });
});
