import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { isUuid } from "@/lib/shared/is-uuid";
import { hashEntry, streamOf, toStoredFacts, toStoredText } from "./policy";
import { insertEntry, lockStream } from "./repository";
import type { AuditedAct } from "./types";

/** As PostgreSQL hands a UUID back, whatever case it was asked for in: the hash is taken of what is read later. */
const asStored = (id: string) => (isUuid(id) ? id.toLowerCase() : id);

/**
 * Writes an act down in the transaction of its effect: both happen, or neither. Call it last: the acts of one actor
 * wait for each other from here to the end of the transaction, those of others never.
 * @throws ActorRequired
 */
export async function recordAudit(tx: Db, act: AuditedAct): Promise<void> {
  const { actor, origin, action, target, now } = act;
  const stream = streamOf(actor);
  const end = await lockStream(tx, stream);
  const entry = {
    ...{ id: uuidv7(), stream, seq: end.seq + 1n, at: now, action },
    actorId: actor.kind === "user" ? actor.userId : null,
    ...{
      targetType: target.type,
      targetId: asStored(toStoredText(target.id, 200)),
      userId: act.userId ? asStored(act.userId) : null,
    },
    reason: act.reason ? toStoredText(act.reason, 2_000) : null,
    ...{ before: toStoredFacts(act.before), after: toStoredFacts(act.after) },
    ...{ ip: origin?.ip ?? null, userAgent: origin?.userAgent ? toStoredText(origin.userAgent, 500) : null },
    previousHash: end.hash,
  };
  await insertEntry(tx, { ...entry, hash: hashEntry(entry) });
}
