import type { Db } from "@/lib/db";
import { NotForSale } from "./errors";
import { findPlan, planKeyOf } from "./plan-key";
import { toMilli } from "@/lib/shared/credits";
import type { BillingInterval, PackForSale, PlanForSale, PlanTerms } from "./types";

const onSale = { active: true, problem: null, lookupKey: { not: null } } as const;
const forSale = { ...onSale, kind: "pack" } as const;
const planForSale = { ...onSale, kind: "plan", interval: { not: null } } as const;

const columns = {
  stripePriceId: true,
  stripeProductId: true,
  interval: true,
  lookupKey: true,
  name: true,
  creditsMilli: true,
  amountMinor: true,
  currency: true,
} as const;

type Row = {
  stripePriceId: string;
  stripeProductId: string;
  interval: BillingInterval | null;
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

function toPlan(row: Row): PlanForSale[] {
  const { interval } = row;
  return toPack(row).flatMap((pack) =>
    interval ? [{ ...pack, interval, planKey: planKeyOf(row.stripeProductId) }] : [],
  );
}

/** The prices of plans on sale, fewest credits first, monthly before yearly; empty until the catalogue has been synced. */
export async function listPlansForSale(db: Db): Promise<PlanForSale[]> {
  const rows = await db.prisma.catalogPrice.findMany({
    where: planForSale,
    orderBy: [{ creditsMilli: "asc" }, { interval: "asc" }],
    select: columns,
  });
  return rows.flatMap(toPlan);
}

/** @throws NotForSale */
export async function getPlanForSale(db: Db, lookupKey: string): Promise<PlanForSale> {
  const row = await db.prisma.catalogPrice.findFirst({
    where: { AND: [planForSale, { lookupKey }] },
    select: columns,
  });
  const [plan] = row ? toPlan(row) : [];
  if (!plan) throw new NotForSale(lookupKey);
  return plan;
}

/** What these prices stand for; those that are no plan's, or unknown here, are left out. */
export async function findPlanTerms(
  db: Db,
  stripePriceIds: readonly string[],
): Promise<Map<string, PlanTerms>> {
  const rows = await db.prisma.catalogPrice.findMany({
    where: { stripePriceId: { in: [...stripePriceIds] }, kind: "plan", problem: null },
    select: columns,
  });
  const terms = rows.flatMap(
    ({ stripePriceId, stripeProductId, name, interval, creditsMilli, amountMinor }) => {
      if (!interval || creditsMilli === null || amountMinor === null) return [];
      const planKey = planKeyOf(stripeProductId);
      const trialCreditsMilli = toMilli(findPlan(planKey)?.trial?.credits ?? 0);
      return [
        { stripePriceId, planKey, planName: name, interval, creditsMilli, trialCreditsMilli, amountMinor },
      ];
    },
  );
  return new Map(terms.map((one) => [one.stripePriceId, one]));
}
