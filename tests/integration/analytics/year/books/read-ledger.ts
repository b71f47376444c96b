import type { CreditFigures, Day, DayRange, OutstandingOfKind } from "@/lib/analytics/types";
import type { Db } from "@/lib/db";
import { isIn, type ToDay } from "./calendar";

interface Entry {
  at: Date;
  person: string;
  reason: string;
  delta: bigint;
  touched: bigint[];
}

interface Lot {
  person: string;
  no: number;
  kind: OutstandingOfKind["kind"];
  expiresAt: Date | null;
}

export interface Ledger {
  entries: readonly Entry[];
  lots: readonly Lot[];
}

const select = <Row>(db: Db, text: string) => db.sql<Row>({ name: "", text, values: [] });

/** All lines that were ever written, and the lots that they name. */
export async function readLedger(db: Db): Promise<Ledger> {
  return {
    entries: await select<Entry>(
      db,
      `SELECT created_at AS at, user_id AS person, reason::text, delta_milli AS delta, touched
       FROM credit_entries ORDER BY user_id, seq`,
    ),
    lots: await select<Lot>(
      db,
      `SELECT user_id AS person, no, kind::text, expires_at AS "expiresAt" FROM credit_lots`,
    ),
  };
}

const sumOf = (entries: readonly Entry[], ...reasons: string[]) =>
  entries.reduce((sum, { reason, delta }) => (reasons.includes(reason) ? sum + delta : sum), 0n);

export function creditsOf({ entries }: Ledger, toDay: ToDay) {
  return (range: DayRange): CreditFigures => {
    const own = entries.filter(({ at }) => isIn(toDay(at), range));
    const until = entries.filter(({ at }) => toDay(at) <= range.to);
    return {
      issuedMilli: sumOf(own, "grant"),
      spentMilli: -sumOf(own, "spend", "capture"),
      expiredMilli: -sumOf(own, "expire"),
      clawedBackMilli: -sumOf(own, "revoke", "restore"),
      forgivenMilli: sumOf(own, "forgive"),
      outstandingMilli: until.reduce((sum, { delta }) => sum + delta, 0n),
    };
  };
}

/** What is left of the lots of each kind, line by line, and what is owed. */
export function outstandingOf({ entries, lots }: Ledger, toDay: ToDay, day: Day): OutstandingOfKind[] {
  const kinds = new Map(lots.map(({ person, no, kind }) => [`${person}:${no}`, kind]));
  const left = new Map<OutstandingOfKind["kind"], bigint>();
  const moving = entries.filter(({ reason }) => !["hold", "release", "freeze", "unfreeze"].includes(reason));
  for (const { person, touched } of moving.filter(({ at }) => toDay(at) <= day))
    for (let index = 0; index < touched.length; index += 2) {
      const kind = kinds.get(`${person}:${touched[index]}`) ?? "debt";
      left.set(kind, (left.get(kind) ?? 0n) + (touched[index + 1] ?? 0n));
    }
  return [...left].filter(([, milli]) => milli !== 0n).map(([kind, milli]) => ({ kind, milli }));
}
