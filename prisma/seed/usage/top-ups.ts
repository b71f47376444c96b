import { packs } from "@/lib/catalog/catalog";
import { toMilli } from "@/lib/shared/credits";
import type { Books } from "../books/books";
import type { AccountState } from "../ledger/account";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";

type Pack = (typeof packs)[number];
type Payment = Books["payments"][number];

interface Agreed {
  userId: string;
  pack: Pack;
  thresholdMilli: bigint;
  agreedAt: Date;
}

const step = 50_000n;

function switchOn(books: Books, { userId, pack, thresholdMilli, agreedAt }: Agreed): void {
  const { amountMinor, lookupKey } = pack.price;
  books.autoTopUps.push({
    ...{ userId, enabled: true, thresholdMilli, lookupKey, itemName: pack.name },
    ...{ creditsMilli: toMilli(pack.credits), amountMinor, currency: "usd", capMinor: 2n * amountMinor },
    ...{ agreedAt, updatedAt: agreedAt },
  });
}

/** What was left just before credits of a payment came. */
function balanceBefore({ entries }: AccountState, paymentId: string | undefined): bigint | null {
  const entry = entries.find(
    ({ reference, reason }) => reference === `payment:${paymentId}` && reason === "grant",
  );
  return entry ? entry.balanceAfterMilli - entry.deltaMilli : null;
}

/** A purchase that looks as if nobody had clicked: somebody with a saved card had few credits left and bought a pack. */
function toAgreed(books: Books, payment: Payment, account: AccountState | undefined): Agreed | null {
  const { userId, currency, createdAt, status, kind, refundedMinor } = payment;
  const pack = packs.find(({ name }) => name === payment.description);
  const tries = books.attempts.filter(({ paymentId }) => paymentId === payment.id).length;
  const bought = kind === "purchase" && status === "succeeded" && !refundedMinor && tries === 1;
  if (!account || !pack || !bought || currency !== "usd") return null;
  const before = balanceBefore(account, payment.id);
  if (before === null) return null;
  const thresholdMilli = (before / step + 1n) * step;
  // What is below it now would be topped up as soon as anything runs.
  if (thresholdMilli > toMilli(pack.credits) || account.balanceMilli < thresholdMilli) return null;
  return { userId, pack, thresholdMilli, agreedAt: addDays(new Date(createdAt), -6) };
}

/** Lets a payment be one that was made by itself. */
function makeOwn(books: Books, payment: Payment, episode: number): void {
  const { id: paymentId, userId, amountMinor, cardBrand, cardLast4 } = payment;
  const [createdAt, settledAt] = [new Date(payment.createdAt), new Date(payment.paidAt ?? payment.createdAt)];
  const checkoutId = seededId(`checkout ${paymentId}`, createdAt);
  const agreed = books.autoTopUps.find((one) => one.userId === userId);
  if (!agreed) return;
  const { lookupKey, itemName, creditsMilli } = agreed;
  books.checkouts.push({
    ...{ id: checkoutId, userId, kind: "pack", lookupKey, itemName, stripePriceId: books.priceOf(lookupKey) },
    ...{ creditsMilli, amountMinor, currency: "usd", status: "completed", createdAt, updatedAt: settledAt },
  });
  payment.checkoutId = checkoutId;
  const brand = `${cardBrand?.charAt(0).toUpperCase()}${cardBrand?.slice(1)}`;
  const unhyphened = userId.replaceAll("-", "");
  books.topUps.push({
    ...{ id: seededId(`top-up ${paymentId}`, createdAt), userId, checkoutId, episode, status: "succeeded" },
    ...{ amountMinor, currency: "usd", stripeCustomerId: `cus_seed_${unhyphened}` },
    ...{ stripePaymentMethodId: `pm_seed_${unhyphened}`, cardLabel: `${brand} •••• ${cardLast4}` },
    ...{ stripePaymentIntentId: payment.stripePaymentIntentId, createdAt, settledAt },
  });
}

/** Ada has her credits topped up, which was never needed yet; for somebody else it has been done once. */
export function tellTopUps(books: Books, accounts: readonly AccountState[]): void {
  const { now } = books;
  const ada = books.users.find(({ email }) => email.startsWith("ada@"))?.id;
  const adas = accounts.find(({ userId }) => userId === ada);
  const [, pack500] = packs;
  if (adas && adas.balanceMilli >= step)
    switchOn(books, {
      userId: adas.userId,
      pack: pack500,
      thresholdMilli: step,
      agreedAt: addDays(now, -20),
    });
  const subscribed = new Set(
    books.subscriptions.flatMap(({ userId, status }) => (status === "active" ? [userId] : [])),
  );
  const recent = books.payments
    .filter(({ userId, createdAt }) => userId !== ada && subscribed.has(userId) && new Date(createdAt) <= now)
    .sort((a, b) => new Date(b.createdAt).getTime() - new Date(a.createdAt).getTime());
  for (const payment of recent) {
    const account = accounts.find(({ userId }) => userId === payment.userId);
    const agreed = toAgreed(books, payment, account);
    if (!account || !agreed) continue;
    switchOn(books, agreed);
    const lot = account.lots.find(({ sourceKey }) => sourceKey === `pi:${payment.stripePaymentIntentId}`);
    makeOwn(books, payment, (lot?.no ?? 1) - 1);
    return;
  }
}
