import type { Db } from "@/lib/db";
import type { Finding, Matter } from "./matter";
import { readOurs, readOwners, readWaiting, type OurRow } from "./our-queries";
import { keyOf } from "./policy";
import type { Difference } from "./types";

/** An object by its id, as Stripe has it; null where Stripe does not know it. */
export interface Item<There> {
  id: string;
  there: There | null;
}

interface Judged<There, Ours> extends Item<There> {
  ours: Ours | undefined;
  customer: string | null;
  finding: Finding;
}

const notThere: Finding = {
  kind: "missing_there",
  reason: "not_there",
  here: null,
  there: null,
  repairable: false,
};
const noRow: Finding = { kind: "missing_here", reason: "no_row", here: null, there: null };

function judge<There, Ours extends OurRow>(
  matter: Matter<There, Ours>,
  { there, ours, known }: { there: There | null; ours: Ours | undefined; known: boolean },
): Finding[] {
  if (there === null) return ours && matter.isMissed?.(ours) !== false ? [notThere] : [];
  if (ours) return matter.compare(there, ours);
  if (matter.isNothing?.(there)) return [];
  if (known) return [noRow];
  const repairable = matter.customerOf(there) !== null;
  return [{ kind: "unknown_customer", reason: "unknown_customer", here: null, there: null, repairable }];
}

/** Compares Stripe's objects with our rows of them: a fixed number of queries, however many there are. */
export async function compareBatch<There, Ours extends OurRow>(
  db: Db,
  matter: Matter<There, Ours>,
  items: readonly Item<There>[],
): Promise<Difference[]> {
  const rows = await readOurs<Ours>(db, matter.source, { by: "ids", ids: items.map(({ id }) => id) });
  const ours = new Map(rows.map((row) => [row.stripeId, row]));
  const customers = items.flatMap(({ there }) => (there && matter.customerOf(there)) ?? []);
  const owners = await readOwners(db, [...new Set(customers)]);
  const judged = items.flatMap((item) => {
    const row = ours.get(item.id);
    const customer = item.there && matter.customerOf(item.there);
    const known = customer !== null && owners.has(customer);
    return judge(matter, { there: item.there, ours: row, known }).map((finding) => ({
      ...item,
      ...{ ours: row, customer, finding },
    }));
  });
  if (judged.length === 0) return [];
  const waiting = await readWaiting(db, [...new Set(judged.flatMap(({ customer }) => customer ?? []))]);
  return judged.map((one) => toDifference(matter, one, { owners, waiting }));
}

function toDifference<There, Ours extends OurRow>(
  matter: Matter<There, Ours>,
  { id, there, ours, customer, finding }: Judged<There, Ours>,
  known: { owners: ReadonlyMap<string, string>; waiting: ReadonlySet<string> },
): Difference {
  const { repairable = true, ...what } = finding;
  const { object } = matter;
  const at = ours?.at ?? (there && matter.madeAt(there)) ?? new Date(0);
  return {
    key: keyOf({ object, id, ...what }),
    ...{ ...what, object, id, repairable, stripeCustomerId: customer },
    userId: ours?.userId ?? (customer && known.owners.get(customer)) ?? null,
    at: at.toISOString(),
    waiting: customer !== null && known.waiting.has(customer),
  };
}
