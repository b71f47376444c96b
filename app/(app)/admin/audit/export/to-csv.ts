import { stringify } from "csv-stringify/sync";
import type { AuditLine } from "@/lib/audit/types";

const byteOrderMark = "\uFEFF";

const columns = [
  ...["id", "time", "action", "actor", "actor_id", "target_type", "target_id", "user_id", "user"],
  ...["reason", "before", "after", "ip", "user_agent"],
] as const;

const toText = (facts: unknown) => (facts === null || facts === undefined ? "" : JSON.stringify(facts));

const toRecord = (line: AuditLine) => [
  ...[line.id, line.at.toISOString(), line.action, line.actor, line.actorId, line.targetType, line.targetId],
  ...[line.userId, line.userEmail, line.reason, toText(line.before), toText(line.after)],
  ...[line.ip, line.userAgent],
];

/** The lines of the file as they are read. What people can name must not become a formula in a spreadsheet. */
export async function* toCsv(lines: AsyncIterable<AuditLine>): AsyncGenerator<string> {
  // Spreadsheets take UTF-8 for something else without the mark.
  yield byteOrderMark + stringify([[...columns]]);
  for await (const line of lines) yield stringify([toRecord(line)], { escape_formulas: true });
}
