import { type Database } from "./database";
import { FacetIndex, facetName, facetsOf } from "./facet-index";
import { ObjectCache } from "./object-cache";
import { fieldExpression } from "./schema-sql";
import { OBJECT_KINDS, OBJECT_NAMES, type ObjectName, type ObjectTypes } from "./object-types";

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

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}

interface Row {
  json: string;
}

/** Reads and writes API objects. A change counts only once it is saved: what is read is frozen, or a copy. */
export class ObjectStore {
  readonly #db: Database;

  readonly #facets: FacetIndex;
  readonly #changes = new Map<string, number>();

  readonly #cache = new ObjectCache();

  constructor(db: Database) {
    this.#db = db;
    this.#facets = new FacetIndex(db);
    db.onRollback(() => this.#cache.clear());
  }

  /** Grows with every write of the type: what was read before is still so as long as it is the same. */
  revisionOf(name: ObjectName): number {
    return this.#changes.get(name) ?? 0;
  }

  insert(object: { id: string; object: string }, extra: { created: number; hidden: object | null }): void {
    const json = JSON.stringify(object);
    const seq = this.#db.run(
      "INSERT INTO objects (id, type, created, json, hidden) VALUES (?, ?, ?, ?, ?)",
      object.id,
      object.object,
      extra.created,
      json,
      extra.hidden && JSON.stringify(extra.hidden),
    );
    const facets = facetsOf(object);
    this.#facets.add(seq, facets);
    this.#cache.put(object.id, { seq, json, facets: JSON.stringify(facets) });
    this.#countChange(object);
  }

  save(object: { id: string; object: string }): void {
    const known = this.#cache.get(object.id) ?? this.#load(object.id);
    if (!known) return;
    const json = JSON.stringify(object);
    this.#db.run("UPDATE objects SET json = ? WHERE seq = ?", json, known.seq);
    const facets = facetsOf(object);
    const written = JSON.stringify(facets);
    if (written !== known.facets) this.#facets.refresh(known.seq, facets);
    this.#cache.put(object.id, { seq: known.seq, json, facets: written });
    this.#countChange(object);
  }

  /** Null when there is no such object, or it was deleted. */
  #load(id: string): ReturnType<ObjectCache["get"]> {
    const [row] = this.#db.rows<Row & { seq: number }>(
      "SELECT seq, json FROM objects WHERE id = ? AND deleted = 0",
      id,
    );
    if (!row) return null;
    const object = JSON.parse(row.json) as { object: string };
    this.#cache.put(id, { ...row, facets: JSON.stringify(facetsOf(object)) });
    return this.#cache.get(id);
  }

  /** Leaves the tombstone Stripe answers with when a deleted object is asked for. */
  bury(id: string, tombstone: { id: string; object: string; deleted: boolean }): void {
    this.#db.run("UPDATE objects SET deleted = 1, json = ? WHERE id = ?", JSON.stringify(tombstone), id);
    this.#cache.drop(id);
    this.#countChange(tombstone);
  }

  /** Frozen. Null when there is no such object, or when it was deleted. */
  find<Name extends ObjectName>(name: Name, id: string): ObjectTypes[Name] | null {
    const known = this.#cache.get(id) ?? this.#load(id);
    const object = known && (this.#cache.read(known) as ObjectTypes[Name]);
    return object?.object === name ? object : null;
  }

  /** Deleted objects included, as their tombstones. */
  findEvenDeleted(id: string): Record<string, unknown> | null {
    const [row] = this.#db.rows<Row>("SELECT json FROM objects WHERE id = ?", id);
    return row ? (JSON.parse(row.json) as Record<string, unknown>) : null;
  }

  hidden<Hidden extends object>(id: string): Partial<Hidden> {
    const [row] = this.#db.rows<{ hidden: string | null }>("SELECT hidden FROM objects WHERE id = ?", id);
    return row?.hidden ? (JSON.parse(row.hidden) as Partial<Hidden>) : {};
  }

  saveHidden(id: string, hidden: object): void {
    this.#db.run("UPDATE objects SET hidden = ? WHERE id = ?", JSON.stringify(hidden), id);
  }

  findBy<Name extends ObjectName>(name: Name, field: string, value: string): ObjectTypes[Name] | null {
    return this.list(name, { where: { [field]: value }, limit: 1 }).data[0] ?? null;
  }

  list<Name extends ObjectName>(name: Name, query: ListQuery): Page<ObjectTypes[Name]> {
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
    const sql = `SELECT json FROM ${from} WHERE ${conditions.sql} ORDER BY ${order} LIMIT ?`;
    const rows = this.#db.rows<Row>(sql, ...conditions.values, query.limit + 1);
    const data = rows.slice(0, query.limit).map((row) => JSON.parse(row.json) as ObjectTypes[Name]);
    return { data: forward ? data : data.reverse(), hasMore: rows.length > query.limit };
  }

  countByType(): Record<string, number> {
    const rows = this.#db.rows<{ type: string; count: number }>(
      "SELECT type, count(*) AS count FROM objects WHERE deleted = 0 GROUP BY type ORDER BY type",
    );
    return Object.fromEntries(rows.map((row) => [row.type, row.count]));
  }

  /** All objects are gone. */
  forget(): void {
    this.#cache.clear();
    for (const object of OBJECT_NAMES) this.#countChange({ object });
  }

  #countChange({ object }: { object: string }): void {
    this.#changes.set(object, (this.#changes.get(object) ?? 0) + 1);
  }
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
    this.add("hidden IS NOT NULL AND json_extract(hidden, '$.parent') = ?", parent);
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
