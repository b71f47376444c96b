import { type Database } from "./database";
import { type StoredObject } from "./kept-object";
import { OBJECT_KINDS, OBJECT_NAMES, type ObjectName } from "./object-types";

type FacetValue = string | number | null;

/**
 * Finds objects by the properties that lists filter by. A table of its own, because each object then pays for its
 * own properties only: as indexes on expressions, those of all types would be looked at with every write.
 */
export class FacetIndex {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Brings the table from what an object was to what it is; null: it was not there. */
  replace(seq: number, before: StoredObject | null, after: StoredObject): void {
    const type = after.object as ObjectName;
    for (const { facet, path } of FACETS[type]) {
      const old = before && valueAt(before, path);
      const value = valueAt(after, path);
      if (old === value) continue;
      if (old !== null) {
        this.#db.run("DELETE FROM facets WHERE facet = ? AND value = ? AND object_seq = ?", facet, old, seq);
      }
      if (value !== null) {
        this.#db.run("INSERT INTO facets (facet, value, object_seq) VALUES (?, ?, ?)", facet, value, seq);
      }
    }
  }
}

/** The name of a property of a type, as the table has it. */
export const facetName = (type: ObjectName, field: string): string => `${type}.${field}`;

const FACETS = Object.fromEntries(
  OBJECT_NAMES.map((type) => [
    type,
    OBJECT_KINDS[type].filters.map((field) => ({ facet: facetName(type, field), path: field.split(".") })),
  ]),
) as Record<ObjectName, { facet: string; path: string[] }[]>;

function valueAt(object: object, path: string[]): FacetValue {
  let value: unknown = object;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : null;
  }
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}
