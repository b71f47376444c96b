import { randomUUID } from "node:crypto";
import { anonymiseDeletedAccounts, askDeletion } from "@/lib/account-deletion";
import { adjustCredits, previewAdjustment } from "@/lib/credit-adjustments";
import type { AdjustmentWish } from "@/lib/credit-adjustments/types";
import { registerCharge } from "@/lib/reconciliation";
import { cancelPlan, unpausePlan } from "@/lib/subscriptions";
import { cards } from "@/tests/setup/local-stripe-controls";
import type { Member } from "@/tests/integration/subscriptions/subscribe";
import { actsOf, word } from "../acts";
import type { Year } from "../open-year";
import type { Summer } from "./summer";
import { text } from "./winter";

async function adjust(
  year: Year,
  { user }: Member,
  { act, credits }: { act: AdjustmentWish["act"]; credits: number },
) {
  const userId = user.id;
  const wish = { act, creditsMilli: BigInt(credits) * 1_000n, expiresAt: null, asDebt: false, note: null };
  const { token } = await previewAdjustment(year.admin, { userId, wish });
  await adjustCredits(year.admin, { id: randomUUID(), userId, wish, token, ...word });
}

/**
 * October to December, and some days more: an account is deleted, somebody comes back, support corrects credits; and the
 * year's last hours are another year's in UTC than in New York.
 */
export async function autumn(year: Year, people: Summer) {
  const { ada, ben, cleo, dan, gus, hana, jon, kim, lea, max, nia, yen, unheard } = people;
  const acts = actsOf(year);
  const { run } = acts;
  const asOwner = { ...year.shop.ctx, systemClock: year.shop.ctx.clock };

  await year.until("10-01 02:00");
  await run(ada, "text-statistics", text(20));
  await askDeletion(asOwner, { userId: lea.user.id, sessionId: randomUUID(), origin: word.origin });
  await adjust(year, kim, { act: "forgive", credits: 100 });
  await adjust(year, nia, { act: "add", credits: 50 });
  // He has paid since: what was first in September is not any more.
  await registerCharge(year.admin, {
    ...{ paymentIntentId: unheard, userId: ben.user.id, lookupKey: "pack_500", ...word },
  });

  await year.until("10-16 09:00");
  await anonymiseDeletedAccounts(asOwner);
  year.later();
  await adjust(year, nia, { act: "remove", credits: 20 });
  await unpausePlan(year.admin, { userId: gus.user.id });
  // In dollars he left, in yen he is new.
  await year.stripe.subscriptions.create({ ...(await acts.secondCustomer(jon)), items: [{ price: yen }] });
  year.later();

  await year.until("11-05 18:00");
  await acts.subscribe(dan, "plan_basic_month");
  await acts.buyPack(await acts.signUp(), "pack_500", [cards.insufficientFunds]);
  // In New York this hour comes twice.
  await year.until("11-07 05:30");
  await run(dan, "text-statistics", text(1));
  await year.until("11-07 06:30");
  await run(dan, "text-statistics", text(1), "!");
  await run(hana, "word-counter", text(1));

  await year.until("12-01 04:40");
  await acts.buyPack(nia, "pack_100");
  await acts.refund(max, 1, 3_333n);
  await run(max, "text-statistics", text(100));

  await year.until("12-20 12:00");
  await acts.buyPack(kim, "pack_500", ["4000000000000259"]);
  await run(gus, "text-statistics", text(9));

  await year.until("12-31 23:30");
  await acts.buyPack(cleo, "pack_1000");
  await run(cleo, "text-statistics", text(2));

  await year.until("next 01-09 12:00");
  await acts.refund(cleo, 1);
  await acts.changePlan(max, "plan_basic_month");
  await cancelPlan(dan.as, { reason: "unused" });
  await run(ada, "text-statistics", text(1));
}
