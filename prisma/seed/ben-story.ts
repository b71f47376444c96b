import { packs } from "@/lib/catalog/catalog";
import type { Books } from "./books/books";
import { cannedRun } from "./canned-run";
import { createChance } from "./chance";
import { buyPack } from "./facts/buy-pack";
import type { Person } from "./facts/person";
import { recordRun } from "./facts/record-run";
import { addDays } from "./story-time";

const [pack100] = packs;

export function benJoinedAt(now: Date): Date {
  return addDays(now, -24);
}

/** One pack and a handful of runs. */
export function tellBen(books: Books, userId: string): void {
  const { now } = books;
  const card = { brand: "mastercard", last4: "4444" };
  const ben: Person = { userId, name: "ben", card, currency: "usd" };
  buyPack(books, ben, { at: addDays(now, -23), name: "ben_01", pack: pack100 });
  const chance = createChance(77);
  [-22.6, -19.2, -11.4, -3.8, -0.9].forEach((days, index) => {
    recordRun(books, { ...cannedRun(chance, 9_000), at: addDays(now, days), userId, name: `ben ${index}` });
  });
}
