import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { listRuns, presentRun, quoteService, runService } from "@/lib/services";
import { createQuotaOverride } from "@/tests/factories/quota";
import { createServicesWorld } from "./setup";

const { ctx, clock, createMember, balanceOf, reasonsOf, ledgerDifferences } = await createServicesWorld();

afterEach(async () => {
  expect(await ledgerDifferences()).toEqual([]);
});

const run = (userId: string, slug: string, text: string) =>
  runService(ctx, { slug, userId, key: randomUUID(), source: "web", input: { text } });
const quote = (userId: string, text: string) =>
  quoteService(ctx, { slug: "text-statistics", userId, input: { text } });

describe("text statistics", () => {
  test("are paid by started thousand characters, and hold what the text is made of", async () => {
    const member = await createMember({ subscription: 1, payg: 5 });
    const text = "The cat sat on the mat. The cat slept.\n\nA second paragraph about the cat.";
    const view = await run(member, "text-statistics", text);
    expect(view).toMatchObject({
      ...{ status: "succeeded", chargedMilli: 1000n, subscriptionMilli: 1000n, paygMilli: 0n },
      output: {
        ...{ words: 15, sentences: 3, paragraphs: 2, characters: 73, longestSentenceWords: 6 },
        topWords: [{ word: "cat", count: 3 }, { word: "sat" }, { word: "mat" }, { word: "slept" }, {}, {}],
      },
    });
    expect(presentRun(view).map(({ kind }) => kind)).toEqual(["scale", "figures", "ranking"]);
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 5000n });
  });

  test.each([
    ["a", 1000n],
    ["a".repeat(1000), 1000n],
    ["a".repeat(1001), 2000n],
    ["é".repeat(1000), 1000n],
    ["👨‍👩‍👧".repeat(1000), 1000n],
    ["a".repeat(200_000), 200_000n],
  ])("a text of its length is quoted exactly", async (text, expected) => {
    expect(await quote(await createMember(), text)).toMatchObject({ quoteMilli: expected });
  });

  test("a quote says how it would be paid, or what is missing, and reserves nothing", async () => {
    const member = await createMember({ subscription: 1, payg: 2 });
    const balance = { totalMilli: 3000n, subscriptionMilli: 1000n, paygMilli: 2000n };
    expect(await quote(member, "a".repeat(1500))).toEqual({
      ...{ quoteMilli: 2000n, missingMilli: 0n, balance },
      split: { subscriptionMilli: 1000n, paygMilli: 1000n },
    });
    expect(await quote(member, "a".repeat(4001))).toEqual({
      ...{ quoteMilli: 5000n, missingMilli: 2000n, balance, split: null },
    });
    expect(await reasonsOf(member)).toEqual(["grant", "grant"]);
  });

  test("what is quoted is what is charged, for any text", async () => {
    const member = await createMember({ payg: 1000 });
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 3000 }), async (noise) => {
        const text = `word ${noise}`;
        const { quoteMilli } = await quote(member, text);
        const before = await balanceOf(member);
        expect(await run(member, "text-statistics", text)).toMatchObject({ chargedMilli: quoteMilli });
        expect((await balanceOf(member)).totalMilli).toBe(before.totalMilli - quoteMilli);
      }),
      { numRuns: 12 },
    );
  });

  test("of a text in another script have no reading score, and say why", async () => {
    const member = await createMember({ payg: 1 });
    const view = await run(member, "text-statistics", "\u202bهذا نص عربي قصير. وهذه جملة ثانية.\u202c");
    expect(view).toMatchObject({
      status: "succeeded",
      output: { words: 7, sentences: 2, readability: null },
    });
    expect(presentRun(view)[0]).toMatchObject({ kind: "note" });
  });

  test("of a text without a word are not charged", async () => {
    const member = await createMember({ payg: 1 });
    const view = await run(member, "text-statistics", "👍 … — 🎉");
    expect(view).toMatchObject({ status: "failed", problem: "text.no_words", chargedMilli: 0n });
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 1000n, heldMilli: 0n });
  });

  test("of a word as long as the limit come back in time", async () => {
    const member = await createMember({ payg: 200 });
    expect(await run(member, "text-statistics", "x".repeat(200_000))).toMatchObject({ status: "succeeded" });
  });
});

describe("text that is no text is refused before anything is reserved", () => {
  test.each([
    ["nothing", "", /write or paste/i],
    ["blanks", " \n\t\u00a0 ", /write or paste/i],
    ["NUL", "a\0b", /binary/i],
    ["an escape character", "a\u001b[31m", /binary/i],
    ["half a surrogate pair", "a\ud83d", /broken/i],
    ["bytes that were no UTF-8", "%PDF\ufffd\ufffd\ufffd\ufffd obj", /binary/i],
    ["a character too many", "a".repeat(200_001), /too long.*200,000/i],
  ])("%s", async (_name, text, words) => {
    const member = await createMember({ payg: 300 });
    const refusal = {
      code: "services.invalid_input",
      meta: { fields: { text: [expect.stringMatching(words)] } },
    };
    await expect(run(member, "text-statistics", text)).rejects.toMatchObject(refusal);
    await expect(quote(member, text)).rejects.toMatchObject(refusal);
    expect(await reasonsOf(member)).toEqual(["grant"]);
  });

  test("a missing text", async () => {
    const member = await createMember({ payg: 1 });
    await expect(
      runService(ctx, { slug: "word-counter", userId: member, key: randomUUID(), source: "web", input: {} }),
    ).rejects.toMatchObject({ meta: { fields: { text: ["Write or paste some text."] } } });
  });

  test("but a replacement character in a long text is text", async () => {
    const member = await createMember();
    expect(await run(member, "word-counter", `${"A real text. ".repeat(50)}\ufffd`)).toMatchObject({
      status: "succeeded",
    });
  });
});

test("the word counter is free: no credits needed, no entry written", async () => {
  const member = await createMember();
  const view = await run(member, "word-counter", "Hello world.\r\nنص 👍 日本語");
  expect(view).toMatchObject({
    ...{ status: "succeeded", quotedMilli: 0n, chargedMilli: 0n },
    output: { words: 4, sentences: 2, paragraphs: 1 },
  });
  expect(presentRun(view)).toMatchObject([
    { kind: "figures", items: [{ label: "Words", value: "4" }, {}, {}, {}, {}] },
  ]);
  expect(await reasonsOf(member)).toEqual([]);
});

test("a list of runs is one's own, of one service, newest first", async () => {
  const [member, other] = [await createMember({ payg: 5 }), await createMember()];
  for (const text of ["one", "two words", "now three words"]) {
    await run(member, "word-counter", text);
    clock.advance(1000);
  }
  await run(member, "text-statistics", "elsewhere");
  await run(other, "word-counter", "somebody else");
  const runs = await listRuns(ctx, { userId: member, slug: "word-counter", limit: 2 });
  expect(runs.map(({ output }) => (output as { words: number }).words)).toEqual([3, 2]);
});

test("sixty runs a minute are enough for anybody", async () => {
  const member = await createMember();
  await createQuotaOverride(ctx.db, { userId: member, kind: "runs_per_day", limit: 1_000n });
  const runs = await Promise.allSettled(
    Array.from({ length: 70 }, () => run(member, "word-counter", "again")),
  );
  const refused = runs.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ reason: { code: "rate_limits.exceeded" } });
});
