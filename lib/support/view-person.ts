import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { PersonNotFound, SupportForbidden } from "./errors";
import { findPerson } from "./person-queries";
import type { Person, PersonPage } from "./types";

interface Look {
  userId: string;
  tab: PersonPage;
  origin: AuditedAct["origin"];
}

/**
 * Who somebody is, for an admin. The look is written down before anything is told, once for each look.
 * @throws SupportForbidden, PersonNotFound
 */
export async function viewPerson(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  { userId, tab, origin }: Look,
): Promise<Person> {
  requireAdmin(actor, SupportForbidden);
  const person = isUuid(userId) ? await findPerson(db, userId) : null;
  if (!person) throw new PersonNotFound();
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "user_viewed", target: { type: "user", id: person.id }, userId: person.id },
      ...{ after: { tab }, now: systemClock.now() },
    }),
  );
  return person;
}
