import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs, type AppContext } from "@/lib/context";
import { listServiceHealth, listSwitchedOff, quoteService, runService, switchService } from "@/lib/services";
import { createUser } from "@/tests/factories/user";
import { createServicesWorld } from "./setup";

const { ctx: world, clock, createMember, balanceOf } = await createServicesWorld();
const { db } = world;
const anybody = { ...world, systemClock: clock, actor: { kind: "anonymous" } } as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const { id: adminId, email } = await createUser(db, { role: "admin" });
const ctx = asUser(adminId, "admin");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const slug = "text-statistics";
const off = { slug, active: false, reason: "It counts some letters twice", origin };
const on = { ...off, active: true, reason: "Mended" };

const switched = async () => (await listAudit(ctx, { actions: ["service_changed"] })).entries;

afterEach(() => db.prisma.serviceSwitch.deleteMany({}));

test("one that is off quotes and runs nothing and takes nothing; what had begun is answered; on again it runs", async () => {
  const userId = await createMember({ payg: 10 });
  const call = { slug, userId, key: randomUUID(), input: { text: "some words" }, source: "web" as const };
  const first = await runService(world, call);
  await switchService(ctx, off);
  const refused = { code: "services.switched_off", kind: "unavailable" };
  await expect(runService(world, { ...call, key: randomUUID() })).rejects.toMatchObject(refused);
  await expect(quoteService(world, call)).rejects.toMatchObject(refused);
  expect((await runService(world, call)).id).toBe(first.id);
  expect(await balanceOf(userId)).toMatchObject({ totalMilli: 9_000n, heldMilli: 0n });
  expect(await listSwitchedOff(db)).toEqual([slug]);
  const other = { ...call, slug: "word-counter", key: randomUUID() };
  expect((await runService(world, other)).status).toBe("succeeded");
  await switchService(ctx, on);
  expect(await listSwitchedOff(db)).toEqual([]);
  expect((await runService(world, { ...call, key: randomUUID() })).status).toBe("succeeded");
});

test("switching is on record with its reason, and what is so already is left alone", async () => {
  const before = (await switched()).length;
  await switchService(ctx, on);
  expect(await switched()).toHaveLength(before);
  await Promise.all([switchService(ctx, off), switchService(ctx, off)]);
  const entries = await switched();
  expect(entries).toHaveLength(before + 1);
  expect(entries[0]).toMatchObject({
    ...{ actorId: adminId, targetType: "service", targetId: slug, reason: off.reason },
    ...{ before: { active: true }, after: { active: false }, ip: origin.ip },
  });
  const health = (await listServiceHealth(ctx)).find((service) => service.slug === slug);
  expect(health).toMatchObject({
    ...{ active: false, retired: false },
    switched: { reason: off.reason, changedBy: email, changedAt: clock.now() },
  });
});

test("runs, credits and failures are summed over a day, a week and a month", async () => {
  const userId = await createMember();
  const add = (
    hoursAgo: number,
    status: "succeeded" | "failed" | "timed_out" | "running",
    chargedMilli = 0n,
  ) => {
    const createdAt = new Date(clock.now().getTime() - hoursAgo * 3_600_000);
    const charge = { quotedMilli: chargedMilli, chargedMilli, paygMilli: chargedMilli };
    return db.prisma.serviceRun.create({
      data: {
        ...{ userId, key: randomUUID(), serviceSlug: "image-optimiser", source: "web", status, ...charge },
        ...{
          fingerprint: "f",
          inputBytes: 1,
          createdAt,
          holdExpiresAt: new Date(createdAt.getTime() + 60_000),
        },
        ...(status === "running" ? {} : { finishedAt: createdAt }),
        ...(status === "succeeded" ? { balanceAfterMilli: 0n, output: {} } : {}),
        ...(status === "failed" || status === "timed_out" ? { problem: "services.failed" } : {}),
      },
    });
  };
  await add(1, "succeeded", 2_000n);
  await add(2, "failed");
  await add(3, "running");
  await add(0, "running");
  await add(50, "succeeded", 4_000n);
  await add(51, "timed_out");
  await add(24 * 20, "succeeded", 8_000n);
  await add(24 * 31, "succeeded", 16_000n);
  const health = (await listServiceHealth(ctx)).find((service) => service.slug === "image-optimiser");
  expect(health).toMatchObject({
    ...{ active: true, switched: null },
    day: { runs: 4, failed: 2, creditsMilli: 2_000n },
    week: { runs: 6, failed: 3, creditsMilli: 6_000n },
    month: { runs: 7, failed: 3, creditsMilli: 14_000n },
  });
});

test("nothing of it is for members, visitors or the system, and no switch is for what is not there", async () => {
  const member = asUser(await createMember(), "member");
  for (const who of [member, anybody, actingAs(anybody, { kind: "system", name: "x" })]) {
    await expect(listServiceHealth(who)).rejects.toMatchObject({ code: "services.forbidden" });
    await expect(switchService(who, off)).rejects.toMatchObject({ code: "services.forbidden" });
  }
  for (const nobody of ["no-such-service", "__proto__", ""])
    await expect(switchService(ctx, { ...off, slug: nobody })).rejects.toMatchObject({ kind: "not_found" });
  expect(await listSwitchedOff(db)).toEqual([]);
});
