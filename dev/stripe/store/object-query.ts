import { facetName } from "./facet-index";
import { OBJECT_KINDS, type ObjectName } from "./object-types";
import { fieldExpression } from "./schema-sql";

export interface CreatedRange {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

export interface ListQuery {
  /** Property → the value it must have, or one of several. The first that has an index is looked up by it: name the rarest first. */
  where?: Record<string, string | number | boolean | (string | number | boolean)[] | undefined>;
  /** A property → patterns with `*`, of which it must match one. */
  like?: { field: string; patterns: string[] };
  /** A property that must be null, or must not be. */
  missing?: { field: string; is: boolean };
  /** Only objects kept under this parent (line items of a session). */
  parent?: string;
  created?: CreatedRange | number;
  after?: string;
  before?: string;
  limit: number;
  /** Newest first unless said otherwise. */
  oldestFirst?: boolean;
}

export interface ObjectQuery {
  sql: string;
  values: (string | number)[];
  /** What it finds comes in the order of the list, and not in reverse. */
  forward: boolean;
}

/** The objects of a page, and one more if there are more. */
export function objectQuery(name: ObjectName, query: ListQuery): ObjectQuery {
  const fields = Object.entries(query.where ?? {}).filter((entry) => entry[1] !== undefined);
  const lookup = fields.find(([field]) => OBJECT_KINDS[name].filters.includes(field))?.[0] ?? null;
  const conditions = new Conditions(name, lookup !== null || query.parent !== undefined);
  const from = lookup === null ? "objects" : "facets CROSS JOIN objects ON seq = object_seq";
  if (query.parent !== undefined) conditions.addParent(query.parent);
  for (const [field, wanted] of fields) {
    if (wanted === undefined) continue;
    if (field === lookup) conditions.addLookup(facetName(name, field), wanted);
    else conditions.addField(field, wanted);
  }
  if (query.missing) {
    conditions.add(`${fieldExpression(query.missing.field)} IS ${query.missing.is ? "" : "NOT "}NULL`);
  }
  if (query.like) conditions.addPatterns(query.like.field, query.like.patterns);
  conditions.addCreated(query.created);
  const cursor = query.after ?? query.before;
  const forward = query.before === undefined;
  const ascending = forward === (query.oldestFirst ?? false);
  if (cursor) conditions.add(`seq ${ascending ? ">" : "<"} (SELECT seq FROM objects WHERE id = ?)`, cursor);
  const order = `${lookup === null ? "seq" : "object_seq"} ${ascending ? "ASC" : "DESC"}`;
  return {
    sql: `SELECT id, json FROM ${from} WHERE ${conditions.sql} ORDER BY ${order} LIMIT ?`,
    values: [...conditions.values, query.limit + 1],
    forward,
  };
}

type Wanted = string | number | boolean | (string | number | boolean)[];

/**
 * A WHERE clause under construction. The type is a literal so that partial indexes apply, and `+` keeps SQLite from
 * any index but the one that finds least: without statistics it would rather walk through all objects of the type.
 */
class Conditions {
  readonly #parts: string[];
  readonly values: (string | number)[] = [];

  constructor(name: ObjectName, hasLookup: boolean) {
    this.#parts = [`type = '${name}'`, hasLookup ? "+deleted = 0" : "deleted = 0"];
  }

  get sql(): string {
    return this.#parts.join(" AND ");
  }

  add(sql: string, ...values: (string | number)[]): void {
    this.#parts.push(sql);
    this.values.push(...values);
  }

  addParent(parent: string): void {
    this.add("json_extract(hidden, '$.parent') = ?", parent);
  }

  /** One value is equal, so that what is found comes in the order of the index. */
  addLookup(facet: string, wanted: Wanted): void {
    const values = valuesOf(wanted);
    const [only] = values;
    if (values.length === 1 && only !== undefined) this.add("facet = ? AND value = ?", facet, only);
    else this.add(`facet = ? AND value IN (${values.map(() => "?").join(", ")})`, facet, ...values);
  }

  addField(field: string, wanted: Wanted): void {
    const values = valuesOf(wanted);
    this.add(`+${fieldExpression(field)} IN (${values.map(() => "?").join(", ")})`, ...values);
  }

  addPatterns(field: string, patterns: string[]): void {
    this.add(`(${patterns.map(() => `${fieldExpression(field)} GLOB ?`).join(" OR ")})`, ...patterns);
  }

  addCreated(created: CreatedRange | number | undefined): void {
    if (created === undefined) return;
    const { gt, gte, lt, lte } =
      typeof created === "number" ? { gt: undefined, gte: created, lt: undefined, lte: created } : created;
    if (gt !== undefined) this.add("created > ?", gt);
    if (gte !== undefined) this.add("created >= ?", gte);
    if (lt !== undefined) this.add("created < ?", lt);
    if (lte !== undefined) this.add("created <= ?", lte);
  }
}

function valuesOf(wanted: Wanted): (string | number)[] {
  return (Array.isArray(wanted) ? wanted : [wanted]).map((value) =>
    typeof value === "boolean" ? Number(value) : value,
  );
}
