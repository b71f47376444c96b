import { type packs } from "@/lib/catalog/catalog";
import { toMilli } from "@/lib/shared/credits";
import type { Books } from "../books/books";
import type { Decline } from "./decline";
import { grant, recordLots } from "./grant";
import type { Person } from "./person";
import { recordPayment, type PaymentRow, type Try } from "./record-payment";

export type Pack = (typeof packs)[number];

/** What the packs cost those who pay in euro. */
const euroPrices: Readonly<Record<Pack["key"], bigint>> = {
  pack_100: 900n,
  pack_500: 4_000n,
  pack_1000: 7_200n,
};

const minute = 60_000;

interface Purchase {
  at: Date;
  /** Unique in the seed. */
  name: string;
  pack: Pack;
  /** Tries that the bank refused, in order, each some minutes before the next. */
  declines?: readonly Decline[];
  /** False: all tries were refused and the customer gave up. */
  paid?: boolean;
}

function triesOf({ at, declines = [], paid = true }: Purchase): [Try, ...Try[]] {
  const outcomes: (Decline | null)[] = paid ? [...declines, null] : [...declines];
  const tries = outcomes.map((decline, index) => ({
    ...{ decline, at: new Date(at.getTime() - (outcomes.length - 1 - index) * 3 * minute) },
  }));
  const [first = { at, decline: null }, ...rest] = tries;
  return [first, ...rest];
}

/** A pack with its payment, its credits and its receipt. */
export function buyPack(books: Books, person: Person, purchase: Purchase): PaymentRow {
  const { at, name, pack, paid = true } = purchase;
  const { userId, currency } = person;
  const amountMinor = currency === "eur" ? euroPrices[pack.key] : pack.price.amountMinor;
  const creditsMilli = toMilli(pack.credits);
  const payment = recordPayment(books, person, {
    ...{
      name,
      kind: "purchase",
      description: pack.name,
      creditsMilli,
      amountMinor,
      tries: triesOf(purchase),
    },
  });
  if (!paid) return payment;
  const lotKey = `pi:pi_seed_${name}`;
  grant(books, {
    ...{ at, userId, key: lotKey, kind: "payg", creditsMilli, costMinor: amountMinor, currency },
    ...{ reference: `payment:${payment.id}`, description: pack.name },
  });
  recordLots(books, payment.id, [{ lotKey, costMinor: amountMinor, creditsMilli }]);
  books.documents.push({ kind: "receipt", at, paymentId: payment.id });
  return payment;
}
