import { packs } from "@/lib/catalog/catalog";
import type { Books } from "../books/books";
import { buyPack, type Pack } from "../facts/buy-pack";
import { declines } from "../facts/decline";
import { refund } from "../facts/pay-back";
import type { PaymentRow } from "../facts/record-payment";
import { addDays } from "../story-time";
import { becomeCustomer, type Member } from "./member";
import { work } from "./work";
import { inOfficeHours } from "./working-days";

const [pack100, pack500, pack1000] = packs;

/** Of ten who buy, what they choose. */
const taste: readonly [Pack, ...Pack[]] = [pack100, pack100, pack100, pack100, pack500, pack500, pack1000];

const most = 9;

/** Buys one pack, now and then after a refusal. */
export function buyOne(
  books: Books,
  member: Member,
  { at, number }: { at: Date; number: number },
): PaymentRow | null {
  if (at > books.now) return null;
  const { chance } = member;
  const [pack, refused, gaveUp] = [chance.pick(taste), chance.next() < 0.12, chance.next() < 0.3];
  becomeCustomer(books, member, at);
  const purchase = { at, pack, name: `${member.name}_${String(number).padStart(2, "0")}` };
  if (!refused) return buyPack(books, member, purchase);
  const decline = chance.pick(declines);
  if (!gaveUp) return buyPack(books, member, { ...purchase, declines: [decline] });
  buyPack(books, member, { ...purchase, declines: [decline, decline], paid: false });
  return null;
}

/** Somebody who pays as they go: many once, some again and again. */
export function tellPackBuyer(books: Books, member: Member): void {
  const { chance, joinedAt } = member;
  const times = chance.next() < 0.42 ? 1 : chance.between(2, most);
  const everyDays = chance.between(18, 55);
  let at = inOfficeHours(addDays(joinedAt, chance.next() * 9), chance);
  if (at <= joinedAt) at = addDays(joinedAt, 0.05);
  for (let number = 1; number <= times; number += 1) {
    const payment = buyOne(books, member, { at, number });
    const next = inOfficeHours(addDays(at, everyDays * (0.6 + chance.next() * 0.8)), chance);
    const until = next < books.now ? next : books.now;
    if (payment) {
      const large = payment.creditsMilli > 400_000n;
      work(books, member, {
        from: at,
        until,
        perWeek: large ? 2.6 : 1.1,
        longestText: large ? 50_000 : 18_000,
      });
      if (chance.next() < 0.05)
        refund(books, payment, { at: addDays(at, 2.3), name: payment.stripePaymentIntentId.slice(8) });
    }
    at = next;
  }
}
