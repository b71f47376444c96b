import { expect, test } from "vitest";
import { continueTopUps } from "@/lib/auto-top-up";
import { readVerdict } from "@/lib/auto-top-up/read-verdict";
import { grantCredits } from "@/lib/credits";
import { openTopUps } from "./setup";

const { shop, createMember } = await openTopUps();
const { prisma } = shop.db;

test("a plan that renews is waited for, as long as its invoice may still be paid", async () => {
  const member = await createMember();
  const { userId } = member;
  const now = shop.ctx.clock.now().getTime();
  const [began, ends] = [new Date(now - 60_000), new Date(now + 30 * 86_400_000)];
  const { id } = await prisma.subscription.create({
    data: {
      ...{ userId, stripeSubscriptionId: "sub_renews", stripeItemId: "si", stripePriceId: "price" },
      ...{
        planName: "Basic",
        interval: "month",
        creditsMilli: 1n,
        amountMinor: 1n,
        currency: "usd",
        syncSeq: 1n,
      },
      ...{ status: "active", startedAt: began, periodStartsAt: began, periodEndsAt: ends, updatedAt: began },
    },
  });
  const change = (data: object) => prisma.subscription.update({ where: { id }, data });
  const act = async () => (await readVerdict(shop.db, shop.ctx.clock, { userId })).act;
  await member.spend(60);
  await Promise.all([member.topUp(), continueTopUps(shop.ctx)]);
  await shop.settle();
  expect(await member.rows(), "its period has just begun").toEqual([]);
  await change({ periodStartsAt: new Date(now - 30 * 86_400_000), periodEndsAt: began });
  expect(await act(), "its period has just ended").toBe("nothing");
  await change({ cancelsAt: began });
  expect(await act(), "it ended with its period").toBe("buy");
  await change({ cancelsAt: null, periodStartsAt: began, periodEndsAt: ends, status: "past_due" });
  expect(await act(), "its invoice could not be paid").toBe("buy");
  await change({ status: "active" });
  const month = { userId, kind: "subscription", key: "in:1", creditsMilli: 1_000n, expiresAt: ends } as const;
  await grantCredits(shop.ctx, month);
  expect(await act(), "what it brought is not enough").toBe("buy");
});
