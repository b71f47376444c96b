import type { Db } from "@/lib/db";
import { readEntries } from "./queries";
import type { AuditCheck } from "./types";

const figure = (facts: object, name: string) => Number((facts as Record<string, unknown>)[name] ?? 0);

/** The last time that the record was verified; null when it never was. */
export async function findLastCheck(db: Db): Promise<AuditCheck | null> {
  const [last] = await readEntries(db, { actions: ["audit_verified"], before: null, after: null, limit: 1 });
  if (!last) return null;
  const facts = last.after !== null && typeof last.after === "object" ? last.after : {};
  const { at, actor: by } = last;
  return { at, by, entries: figure(facts, "entries"), problems: figure(facts, "problems") };
}
