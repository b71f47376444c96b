import { type Database } from "./database";
import { OBJECT_KINDS, type ObjectName } from "./object-types";

type FacetValue = string | number | null;
type Facet = [name: string, value: FacetValue];

/**
 * Finds objects by the properties that lists filter by. A table of its own, because each object then pays for its
 * own properties only: as indexes on expressions, those of all types would be looked at with every write.
 */
export class FacetIndex {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(seq: number, facets: Facet[]): void {
    for (const [facet, value] of facets) {
      if (value === null) continue;
      this.#db.run("INSERT INTO facets (object_seq, facet, value) VALUES (?, ?, ?)", seq, facet, value);
    }
  }

  refresh(seq: number, facets: Facet[]): void {
    for (const [facet, value] of facets) {
      this.#db.run(
        "INSERT INTO facets (object_seq, facet, value) VALUES (?, ?, ?) ON CONFLICT (object_seq, facet) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
        seq,
        facet,
        value,
      );
    }
  }
}

/** The name of a property of a type, as the table has it. */
export const facetName = (type: ObjectName, field: string): string => `${type}.${field}`;

/** What lists find an object by. */
export function facetsOf(object: { object: string }): Facet[] {
  const type = object.object as ObjectName;
  return OBJECT_KINDS[type].filters.map((field) => [facetName(type, field), valueAt(object, field)]);
}

function valueAt(object: object, path: string): FacetValue {
  let value: unknown = object;
  for (const key of path.split(".")) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : null;
  }
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}
