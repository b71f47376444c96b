import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  getMaxFormBytes,
  getRun,
  getServicePage,
  listServices,
  presentRun,
  quoteService,
  runService,
} from "@/lib/services";
import { getActiveService } from "@/lib/services/find-service";
import { services } from "@/lib/services/registry";
import { createService } from "@/tests/factories/service";
import { createServicesWorld } from "./setup";

const { ctx, createMember } = await createServicesWorld();

test("the catalogue shows what can be run, with its price", () => {
  expect(listServices().map(({ slug, price }) => [slug, price?.creditsMilli ?? 0n])).toEqual([
    ["text-statistics", 1000n],
    ["image-optimiser", 2000n],
    ["word-counter", 0n],
  ]);
});

test("every service has an address of its own, and a form that its own schema knows", () => {
  const slugs = services.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const { slug, fields, timeoutMs } of services) {
    expect(slug).toMatch(/^[a-z][a-z0-9-]{2,39}$/);
    expect(fields.length).toBeGreaterThan(0);
    expect(timeoutMs).toBeLessThanOrEqual(120_000);
    const refused = () => services.find((service) => service.slug === slug)?.prepare({});
    const required = fields.filter(({ control }) => control === "text" || control === "file");
    for (const { name } of required)
      expect(refused).toThrow(
        expect.objectContaining({
          meta: { fields: expect.objectContaining({ [name]: expect.anything() as unknown }) as unknown },
        }),
      );
  }
});

describe("an inactive or unknown service", () => {
  const inactive = createService({ slug: "retired", active: false });

  test("is not found by anything that runs or shows it", async () => {
    const notFound = expect.objectContaining({ code: "services.not_found" }) as unknown;
    expect(() => getActiveService([inactive], "retired")).toThrow(notFound);
    const userId = await createMember();
    const ask = { slug: "no-such-service", userId, input: {} };
    await expect(runService(ctx, { ...ask, key: randomUUID(), source: "web" })).rejects.toEqual(notFound);
    await expect(quoteService(ctx, ask)).rejects.toEqual(notFound);
    for (const look of [getServicePage, getMaxFormBytes])
      for (const slug of ["no-such-service", "__proto__", "", "a".repeat(10_000)])
        expect(() => look(slug)).toThrow(notFound);
  });
});

test("a form may weigh what its fields allow and a little more", () => {
  expect(getMaxFormBytes("image-optimiser")).toBe(10_064_000);
  expect(getMaxFormBytes("text-statistics")).toBe(664_000);
});

test("a result that an older version stored is not shown, and breaks nothing", () => {
  const run = { serviceSlug: "word-counter", status: "succeeded", output: { older: true } } as const;
  expect(presentRun(run)).toEqual([]);
  expect(presentRun({ ...run, serviceSlug: "gone" })).toEqual([]);
  expect(presentRun({ ...run, status: "failed" })).toEqual([]);
});

test("another person's run is not found", async () => {
  const [owner, other] = [await createMember(), await createMember()];
  const input = { text: "mine" };
  const run = await runService(ctx, {
    slug: "word-counter",
    userId: owner,
    key: randomUUID(),
    source: "web",
    input,
  });
  expect(await getRun(ctx, { userId: owner, runId: run.id })).toEqual(run);
  for (const wrong of [
    { userId: other, runId: run.id },
    { userId: owner, runId: randomUUID() },
    { userId: owner, runId: "'; --" },
  ])
    await expect(getRun(ctx, wrong)).rejects.toMatchObject({ code: "services.run_not_found" });
});

describe("the database itself refuses", () => {
  const row = { serviceSlug: "x", source: "web", fingerprint: "f", inputBytes: 1, quotedMilli: 5n } as const;
  const times = { createdAt: new Date(), holdExpiresAt: new Date() };

  test.each([
    [
      "a charge above the quote",
      { status: "succeeded", finishedAt: new Date(), chargedMilli: 6n, paygMilli: 6n },
    ],
    [
      "a charge that is not the sum of its kinds",
      { status: "succeeded", finishedAt: new Date(), chargedMilli: 5n, paygMilli: 4n },
    ],
    [
      "a charge for a failure",
      { status: "failed", problem: "p", finishedAt: new Date(), chargedMilli: 5n, paygMilli: 5n },
    ],
    ["a finished run without its end", { status: "succeeded" }],
    ["a failure without its problem", { status: "failed", finishedAt: new Date() }],
  ] as const)("%s", async (_name, wrong) => {
    const userId = await createMember();
    const data = { ...row, ...times, ...wrong, userId, key: randomUUID() };
    await expect(ctx.db.prisma.serviceRun.create({ data })).rejects.toThrow(/service_runs_/);
  });
});
