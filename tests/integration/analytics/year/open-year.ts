import type Stripe from "stripe";
import { continueComplimentaryPlans } from "@/lib/complimentary-plans";
import { actingAs } from "@/lib/context";
import { expireCredits } from "@/lib/credits";
import { sweepStripeEvents } from "@/lib/reconciliation";
import { stripeOf } from "@/tests/integration/subscriptions/subscribe";
import { returnsOf } from "@/tests/setup/returns";
import { openShop, type Shop } from "@/tests/setup/shop";

type AdminOfShop = Awaited<ReturnType<ReturnType<typeof returnsOf>["createAdmin"]>>;

/** A calendar year of the shop, lived through from its first morning on, and those who look after it. */
export interface Year {
  shop: Shop;
  /** Stripe's own SDK, as somebody at its dashboard would use it. */
  stripe: Stripe;
  admin: AdminOfShop["as"];
  returns: ReturnType<typeof returnsOf>;
  /** Which year it is. */
  number: number;
  /** "03-14 02:30" of the year, or "next 01-08 12:00" of the one after it, UTC. */
  at: (moment: string) => Date;
  /** Lets time pass until then; all that Stripe tells meanwhile is worked off, and so are the jobs of the clock. */
  until: (moment: string) => Promise<void>;
  /** What Stripe told nobody of is found. */
  sweep: () => Promise<void>;
  /** Something is on its way to us: it arrives when somebody needs it, or else before time goes on. */
  later: () => void;
  /** All that is on its way has arrived. */
  heard: () => Promise<void>;
}

/** A shop on the first of January of the year that comes. Call it once per file. */
export async function openYear(): Promise<Year> {
  // That its answers have Stripe's shapes is tested elsewhere, and takes its time.
  const shop = await openShop({ validate: "requests" });
  const number = new Date().getUTCFullYear() + 1;
  const at = (moment: string) => {
    const [time = "", day = "", next] = moment.split(" ").reverse();
    return new Date(`${next ? number + 1 : number}-${day}T${time}:00Z`);
  };
  const worker = actingAs(shop.ctx, { kind: "system", name: "worker" });
  let isOnItsWay = false;
  const later = () => {
    isOnItsWay = true;
  };
  const heard = async () => {
    if (isOnItsWay) await shop.settle();
    isOnItsWay = false;
  };
  const until = async (moment: string) => {
    await heard();
    const seconds = Math.ceil((at(moment).getTime() - shop.ctx.clock.now().getTime()) / 1_000);
    if (seconds <= 0) throw new Error(`${moment} has been.`);
    await shop.advance(seconds);
    await shop.settle();
    await expireCredits(worker);
    await continueComplimentaryPlans(worker);
  };
  const sweep = async () => {
    await heard();
    await sweepStripeEvents(worker);
    await shop.drain();
  };
  await shop.advance(Math.ceil((at("01-01 08:00").getTime() - shop.ctx.clock.now().getTime()) / 1_000));
  const returns = returnsOf(shop);
  const { as, user } = await returns.createAdmin();
  const since = at("01-01 08:00");
  await shop.db.prisma.user.update({
    where: { id: user.id },
    data: { createdAt: since, emailVerified: since },
  });
  return { shop, stripe: stripeOf(shop), admin: as, returns, number, at, until, sweep, later, heard };
}
