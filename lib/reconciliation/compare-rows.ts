import type { RowText } from "./row-queries";
import type { FieldChange, RowChange } from "./types";

const keyOf = ({ table, id }: RowText) => `${table} ${id}`;

function compareFields(before: RowText["fields"], after: RowText["fields"]): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** What became of the rows between two readings: added, changed and removed ones, field by field. */
export function compareRows(before: readonly RowText[], after: readonly RowText[]): RowChange[] {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  const kept = after.flatMap((row): RowChange[] => {
    const earlier = old?.get(keyOf(row));
    const fields = compareFields(earlier?.fields ?? {}, row.fields);
    const change = earlier ? "changed" : "added";
    return fields.length > 0 ? [{ table: row.table, id: row.id, change, fields }] : [];
  });
  const removed = before
    .filter((row) => !now?.has(keyOf(row)))
    .map(({ table, id, fields }): RowChange => ({
      table,
      id,
      change: "removed",
      fields: compareFields(fields, {}),
    }));
  return [...kept, ...removed];
}
