import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { releaseExpiredHolds } from "@/lib/credits";
import { executeRun } from "@/lib/services/execute-run";
import { findRunByKey } from "@/lib/services/queries";
import { UnusableInput } from "@/lib/services/errors";
import { createService } from "@/tests/factories/service";
import { createServicesWorld } from "./setup";

const { ctx, clock, log, createMember, balanceOf, reasonsOf, ledgerDifferences, request } =
  await createServicesWorld();

beforeEach(() => {
  log.lines.length = 0;
});
afterEach(async () => {
  expect(await ledgerDifferences()).toEqual([]);
});

describe("a run that succeeds", () => {
  test("takes the quote, subscription credits first, and says what is left", async () => {
    const member = await createMember({ subscription: 3, payg: 10 });
    const run = await executeRun(ctx, createService(), request(member));
    expect(run).toMatchObject({
      ...{ status: "succeeded", output: { text: "HELLO" }, problem: null, inputBytes: 5 },
      ...{ quotedMilli: 5000n, chargedMilli: 5000n, subscriptionMilli: 3000n, paygMilli: 2000n },
      balanceAfterMilli: 8000n,
    });
    expect(await balanceOf(member)).toEqual({
      ...{ totalMilli: 8000n, subscriptionMilli: 0n, paygMilli: 8000n, heldMilli: 0n },
    });
    expect(await reasonsOf(member)).toEqual(["grant", "grant", "hold", "capture"]);
  });

  test("takes what it really cost when that is less, and gives the rest back", async () => {
    const member = await createMember({ payg: 10 });
    const service = createService({
      run: () => Promise.resolve({ output: { text: "" }, actualMilli: 1250n }),
    });
    expect(await executeRun(ctx, service, request(member))).toMatchObject({
      ...{ quotedMilli: 5000n, chargedMilli: 1250n, paygMilli: 1250n, balanceAfterMilli: 8750n },
    });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 8750n, heldMilli: 0n });
  });

  test("never takes more than the quote, whatever the service says", async () => {
    const member = await createMember({ payg: 10 });
    const service = createService({
      run: () => Promise.resolve({ output: { text: "" }, actualMilli: 9000n }),
    });
    expect(await executeRun(ctx, service, request(member))).toMatchObject({ chargedMilli: 5000n });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 5000n });
  });

  test("of a free service writes nothing into the credit history and needs no credits", async () => {
    const member = await createMember();
    const run = await executeRun(ctx, createService({ quote: () => 0n }), request(member));
    expect(run).toMatchObject({
      status: "succeeded",
      quotedMilli: 0n,
      chargedMilli: 0n,
      balanceAfterMilli: 0n,
    });
    expect(await reasonsOf(member)).toEqual([]);
  });
});

describe("a run that fails takes nothing", () => {
  const failed = { status: "failed", problem: "services.failed" };
  test.each([
    { name: "throws", run: () => Promise.reject(new Error("boom")), outcome: failed, logged: 1 },
    {
      name: "finds its input unusable",
      run: () => Promise.reject(new UnusableInput("text", "text.odd")),
      outcome: { status: "failed", problem: "text.odd" },
      logged: 0,
    },
    {
      name: "throws something that is no error",
      run: () => Promise.reject(JSON.parse('"nothing"') as Error),
      outcome: failed,
      logged: 1,
    },
  ])("when the service $name", async ({ run, outcome, logged }) => {
    const member = await createMember({ payg: 10 });
    const view = await executeRun(ctx, createService({ run }), request(member));
    expect(view).toMatchObject({ ...outcome, chargedMilli: 0n, output: null, file: null });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
    expect(await reasonsOf(member)).toEqual(["grant", "hold", "release"]);
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(logged);
  });

  test("when it throws before it returns a promise", async () => {
    const member = await createMember({ payg: 10 });
    const service = createService({
      run: () => {
        throw new Error("at once");
      },
    });
    expect(await executeRun(ctx, service, request(member))).toMatchObject({ problem: "services.failed" });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  });

  test("when it hangs: after its time the hold goes back and its signal is aborted", async () => {
    const member = await createMember({ payg: 10 });
    const seen: { signal?: AbortSignal } = {};
    const service = createService({
      timeoutMs: 50,
      run: ({ signal }) => {
        seen.signal = signal;
        return new Promise(() => undefined);
      },
    });
    const view = await executeRun(ctx, service, request(member));
    expect(view).toMatchObject({ status: "timed_out", problem: "services.timed_out", chargedMilli: 0n });
    expect(seen.signal?.aborted).toBe(true);
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  });

  test("when it fails after its time, nobody is left to trip over it", async () => {
    const member = await createMember({ payg: 10 });
    const late = Promise.withResolvers<never>();
    const view = await executeRun(
      ctx,
      createService({ timeoutMs: 20, run: () => late.promise }),
      request(member),
    );
    late.reject(new Error("too late"));
    await new Promise((resolve) => setImmediate(resolve));
    expect(view.status).toBe("timed_out");
  });

  test.each([
    ["an actual cost below zero", { actualMilli: -1n }],
    ["an actual cost that is no exact number", { actualMilli: Number.NaN as unknown as bigint }],
    ["an output too large to keep", { output: { text: "x".repeat(300_000) } }],
    ["an output with NUL", { output: { text: "a\0b" } }],
    ["an output with half a character", { output: { text: "\ud800" } }],
    ["an output of another shape", { output: { other: 1 } as unknown as { text: string } }],
    ["a file without content", { file: { name: "a", mediaType: "b", bytes: new Uint8Array() } }],
    ["a file too large", { file: { name: "a", mediaType: "b", bytes: new Uint8Array(20_000_001) } }],
    ["a file name too long", { file: { name: "a".repeat(201), mediaType: "b", bytes: new Uint8Array(1) } }],
  ])("when it returns %s", async (_name, result) => {
    const member = await createMember({ payg: 10 });
    const service = createService({ run: () => Promise.resolve({ output: { text: "" }, ...result }) });
    const view = await executeRun(ctx, service, request(member));
    expect(view).toMatchObject({ status: "failed", problem: "services.failed", chargedMilli: 0n });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("when its hold lapsed before it came back", async () => {
    const member = await createMember({ payg: 10 });
    const service = createService({
      run: () => {
        clock.advance(10 * 60_000);
        return Promise.resolve({ output: { text: "late" } });
      },
    });
    expect(await executeRun(ctx, service, request(member))).toMatchObject({ status: "failed", output: null });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  });
});

test("a crash leaves a hold that lapses by itself, and a run that says it was abandoned", async () => {
  const member = await createMember({ payg: 10 });
  const crashing = { ...ctx, db: { ...ctx.db, transaction: ctx.db.transaction.bind(ctx.db) } };
  const key = randomUUID();
  const service = createService({
    timeoutMs: 1000,
    run: () => {
      crashing.db.transaction = () => Promise.reject(new Error("the process is gone"));
      return Promise.resolve({ output: { text: "never told" } });
    },
  });
  await expect(executeRun(crashing, service, request(member, "hello", key))).rejects.toThrow("gone");
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 5000n, heldMilli: 5000n });

  clock.advance(61_000);
  expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  await releaseExpiredHolds(ctx);
  expect(await reasonsOf(member)).toEqual(["grant", "hold", "release"]);
  const found = await findRunByKey(ctx.db, { userId: member, key }, clock.now());
  expect(found?.run).toMatchObject({ status: "abandoned", chargedMilli: 0n, output: null });
});

test.each([5, 0])(
  "a charge of %i whose confirmation was lost on the way stands, and its result with it",
  async (credits) => {
    const member = await createMember({ payg: 10 });
    const lossy = { ...ctx, db: { ...ctx.db } };
    const service = createService({
      quote: () => BigInt(credits) * 1000n,
      run: () => {
        lossy.db.transaction = async (work) => {
          lossy.db.transaction = (again) => ctx.db.transaction(again);
          await ctx.db.transaction(work);
          throw new Error("connection lost after commit");
        };
        return Promise.resolve({ output: { text: "kept" } });
      },
    });
    const run = await executeRun(lossy, service, request(member));
    const chargedMilli = BigInt(credits) * 1000n;
    expect(run).toMatchObject({ status: "succeeded", chargedMilli, output: { text: "kept" } });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n - chargedMilli, heldMilli: 0n });
  },
);
