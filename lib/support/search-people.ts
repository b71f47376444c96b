import { SupportForbidden } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { requireAdmin } from "@/lib/shared/require-admin";
import { findOwner } from "./find-owner";
import { readPeople, toFilter, toTextFilter } from "./people-queries";
import { fromCursor, toCursor, toSearchFacts, toSought, type Sought } from "./policy";
import type { IdKind, PeoplePage, PeopleSearch, PersonLine } from "./types";

const pageSize = 25;

type Searcher = Pick<AppContext, "db" | "actor" | "systemClock">;

interface FoundById {
  kind: IdKind;
  userId: string | null;
}

/** An id names one thing, and that one person at most. */
async function findById(db: Db, sought: Extract<Sought, { by: "uuid" | "stripe" }>): Promise<FoundById> {
  if (sought.by === "stripe") return { kind: sought.kind, userId: await findOwner(db, sought) };
  const userId = await findOwner(db, { kind: "payment", id: sought.id });
  return userId ? { kind: "payment", userId } : { kind: "user", userId: sought.id };
}

const placeOf = (person: PersonLine | undefined) =>
  person ? toCursor({ at: person.joinedAt, email: person.email, id: person.id }) : null;

async function readById(db: Db, found: FoundById): Promise<PeoplePage> {
  const where = { id: found.userId ?? "" };
  const read = { where, sort: "newest", from: null, backward: false, limit: 1 } as const;
  const people = found.userId ? await readPeople(db, read) : [];
  return { people, idKind: found.kind, older: null, newer: null };
}

async function readPage(db: Db, search: PeopleSearch, sought: Sought): Promise<PeoplePage> {
  if (sought.by === "uuid" || sought.by === "stripe") return readById(db, await findById(db, sought));
  const below = fromCursor(search.before);
  const above = below ? null : fromCursor(search.after);
  const read = await readPeople(db, {
    where: { AND: [toFilter(search), sought.by === "text" ? toTextFilter(sought) : {}] },
    ...{ sort: search.sort ?? "newest", from: below ?? above, backward: above !== null, limit: pageSize + 1 },
  });
  const more = read.length > pageSize;
  const people = above ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    people,
    idKind: null,
    older: above || more ? placeOf(people.at(-1)) : null,
    newer: (above ? more : below !== null) ? placeOf(people[0]) : null,
  };
}

/**
 * A page of people by part of their address or name, or whom an id of ours or Stripe's belongs to, by keyset. Nothing
 * that is typed is a wildcard. That it was looked, and for what, is written down with it.
 * @throws SupportForbidden
 */
export async function searchPeople(
  { db, actor, systemClock }: Searcher,
  search: PeopleSearch,
  origin: AuditedAct["origin"],
): Promise<PeoplePage> {
  requireAdmin(actor, SupportForbidden);
  const sought = toSought(search.text);
  const page = await readPage(db, search, sought);
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "user_searched", target: { type: "user", id: "search" } },
      after: { ...toSearchFacts(search), found: page.people.length },
      now: systemClock.now(),
    }),
  );
  return page;
}
