import type { Cohort, Day, DayRange, PeopleFigures } from "@/lib/analytics/types";
import type { Db } from "@/lib/db";
import { isIn, partsOf, type ToDay } from "./calendar";
import type { Movement } from "./read-stripe";

interface Person {
  id: string;
  created: Date;
  verified: Date | null;
  deleted: Date | null;
}

export interface Run {
  at: Date;
  person: string;
  slug: string;
  status: string;
  milli: bigint;
  ms: number | null;
}

export interface PeopleBooks {
  people: readonly Person[];
  runs: readonly Run[];
}

const select = <Row>(db: Db, text: string) => db.sql<Row>({ name: "", text, values: [] });

export async function readPeople(db: Db): Promise<PeopleBooks> {
  return {
    people: await select<Person>(
      db,
      "SELECT id, created_at AS created, email_verified_at AS verified, anonymised_at AS deleted FROM users",
    ),
    runs: await select<Run>(
      db,
      `SELECT created_at AS at, user_id AS person, service_slug AS slug, status::text, charged_milli AS milli,
        duration_ms AS ms FROM service_runs`,
    ),
  };
}

interface Done {
  at: Date;
  person: string;
}

const whoDid = (deeds: readonly Done[], toDay: ToDay, range: DayRange) =>
  new Set(deeds.filter(({ at }) => isIn(toDay(at), range)).map(({ person }) => person));

export function peopleOf({ people, runs }: PeopleBooks, paid: readonly Movement[], toDay: ToDay) {
  const everPaid = new Set(paid.map(({ person }) => person));
  const packs = paid.filter(({ kind }) => kind === "purchase");
  const on = (at: Date | null, range: DayRange) => at !== null && isIn(toDay(at), range);
  const isThere = (at: Date | null, day: Day) => at !== null && toDay(at) <= day;
  return (range: DayRange): PeopleFigures => {
    const signedUp = people.filter(({ created }) => on(created, range));
    const there = people.filter((one) => isThere(one.created, range.to) && !isThere(one.deleted, range.to));
    return {
      signedUp: signedUp.length,
      verified: people.filter(({ verified }) => on(verified, range)).length,
      deleted: people.filter(({ deleted }) => on(deleted, range)).length,
      total: there.length,
      active: whoDid(runs, toDay, range).size,
      purchasers: whoDid(packs, toDay, range).size,
      payers: whoDid(paid, toDay, range).size,
      converted: signedUp.filter(({ id }) => everPaid.has(id)).length,
    };
  };
}

/** Who signed up in each month of a range, and how many of them did it in that month and in each later one. */
export function cohortsOf(
  { people }: PeopleBooks,
  deeds: readonly Done[],
  { toDay, range }: { toDay: ToDay; range: DayRange },
): Cohort[] {
  const months = [...partsOf(range, "month").keys()];
  const monthOf = (at: Date) => `${toDay(at).slice(0, 8)}01`;
  return months.map((month, index) => {
    const cohort = people.filter(({ created }) => monthOf(created) === month);
    const ids = new Set(cohort.map(({ id }) => id));
    const returned = months.slice(index).map((later) => {
      const own = deeds.filter(({ at, person }) => ids.has(person) && monthOf(at) === later);
      return new Set(own.map(({ person }) => person)).size;
    });
    return { month, people: cohort.length, returned };
  });
}
