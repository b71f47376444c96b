import type { Db } from "@/lib/db";
import { NotForSale } from "./errors";
import type { PackForSale } from "./types";

const forSale = { kind: "pack", active: true, problem: null, lookupKey: { not: null } } as const;

const columns = {
  stripePriceId: true,
  lookupKey: true,
  name: true,
  creditsMilli: true,
  amountMinor: true,
  currency: true,
} as const;

type Row = {
  stripePriceId: string;
  lookupKey: string | null;
  name: string;
  creditsMilli: bigint | null;
  amountMinor: bigint | null;
  currency: string;
};

function toPack({ stripePriceId, name, lookupKey, creditsMilli, amountMinor, currency }: Row): PackForSale[] {
  if (lookupKey === null || creditsMilli === null || amountMinor === null) return [];
  const price = { lookupKey, amountMinor, currency };
  return [{ stripePriceId, name, credits: Number(creditsMilli / 1000n), creditsMilli, price }];
}

/** The packs on sale, smallest first; empty until the catalogue has been synced. */
export async function listPacksForSale(db: Db): Promise<PackForSale[]> {
  const rows = await db.prisma.catalogPrice.findMany({
    where: forSale,
    orderBy: { creditsMilli: "asc" },
    select: columns,
  });
  return rows.flatMap(toPack);
}

/** @throws NotForSale */
export async function getPackForSale(db: Db, lookupKey: string): Promise<PackForSale> {
  const row = await db.prisma.catalogPrice.findFirst({
    where: { AND: [forSale, { lookupKey }] },
    select: columns,
  });
  const [pack] = row ? toPack(row) : [];
  if (!pack) throw new NotForSale(lookupKey);
  return pack;
}
