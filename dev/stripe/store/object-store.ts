import { settled } from "../contract/settled";
import { type Database } from "./database";
import { FacetIndex } from "./facet-index";
import { KeptObject, type StoredObject } from "./kept-object";
import { ObjectBacklog } from "./object-backlog";
import { ObjectCache } from "./object-cache";
import { type ListQuery, objectQuery } from "./object-query";
import { OBJECT_NAMES, type ObjectName, type ObjectTypes } from "./object-types";

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}

interface Row {
  id: string;
  json: string;
}

interface StoredRow {
  seq: number;
  created: number;
  deleted: number;
  json: string;
  hidden: string | null;
}

/**
 * Reads and writes API objects; what it hands out is frozen. Within a transaction a change is written when it is
 * committed, or when a list of its type is asked for: most objects change several times before.
 */
export class ObjectStore {
  readonly #db: Database;
  readonly #facets: FacetIndex;
  readonly #cache = new ObjectCache();
  readonly #backlog = new ObjectBacklog();
  readonly #changes = new Map<string, number>();

  constructor(db: Database) {
    this.#db = db;
    this.#facets = new FacetIndex(db);
    db.onBoundary(() => {
      this.#write(this.#backlog.takeAll());
      this.#cache.trim();
    });
    db.onRollback(() => this.#forgetAll());
  }

  /** Grows with every write of the type: what was read before is still so as long as it is the same. */
  revisionOf(name: ObjectName): number {
    return this.#changes.get(name) ?? 0;
  }

  /** Returns it as it is kept. */
  insert<T extends StoredObject>(object: T, extra: { created: number; hidden: object | null }): T {
    const [next, hidden] = [settled(object), settled(extra.hidden)];
    const kept = new KeptObject(next, { created: extra.created, hidden });
    // Nobody reads an event before it is sent, and there are more of them than of anything else.
    if (object.object !== "event") this.#cache.put(kept);
    this.#keep(kept);
    return next;
  }

  /** Returns it as it is kept; one that is not there, or is no longer, stays so. */
  save<T extends StoredObject>(object: T): T {
    const next = settled(object);
    const kept = this.#find(object.id);
    if (kept && !kept.deleted) {
      kept.object = next;
      this.#keep(kept);
    }
    return next;
  }

  /** Leaves the tombstone Stripe answers with when a deleted object is asked for. */
  bury(id: string, tombstone: StoredObject & { deleted: boolean }): void {
    const kept = this.#find(id);
    if (!kept) return;
    this.#write(this.#backlog.take(kept.object.object));
    kept.object = settled(tombstone);
    kept.deleted = true;
    this.#db.run(
      "UPDATE objects SET deleted = 1, json = ? WHERE seq = ?",
      JSON.stringify(tombstone),
      kept.seq,
    );
    this.#countChange(tombstone);
  }

  /** Null when there is no such object, or when it was deleted. */
  find<Name extends ObjectName>(name: Name, id: string): ObjectTypes[Name] | null {
    const kept = this.#find(id);
    return kept?.object.object === name && !kept.deleted ? (kept.object as ObjectTypes[Name]) : null;
  }

  /** Deleted objects included, as their tombstones. */
  findEvenDeleted(id: string): Record<string, unknown> | null {
    return (this.#find(id)?.object ?? null) as Record<string, unknown> | null;
  }

  hidden<Hidden extends object>(id: string): Partial<Hidden> {
    return this.#find(id)?.hidden ?? {};
  }

  saveHidden(id: string, hidden: object): void {
    const kept = this.#find(id);
    if (!kept || kept.deleted) return;
    kept.hidden = settled(hidden);
    this.#keep(kept);
  }

  /** To what the object knows already. */
  addHidden<Hidden extends object>(id: string, hidden: Partial<Hidden>): void {
    this.saveHidden(id, { ...this.hidden(id), ...hidden });
  }

  findBy<Name extends ObjectName>(name: Name, field: string, value: string): ObjectTypes[Name] | null {
    return this.list(name, { where: { [field]: value }, limit: 1 }).data[0] ?? null;
  }

  list<Name extends ObjectName>(name: Name, query: ListQuery): Page<ObjectTypes[Name]> {
    this.#write(this.#backlog.take(name));
    const { sql, values, forward } = objectQuery(name, query);
    const rows = this.#db.rows<Row>(sql, ...values);
    const data = rows.slice(0, query.limit).map((row) => this.#read(row) as ObjectTypes[Name]);
    return { data: forward ? data : data.reverse(), hasMore: rows.length > query.limit };
  }

  countByType(): Record<string, number> {
    this.#write(this.#backlog.takeAll());
    const rows = this.#db.rows<{ type: string; count: number }>(
      "SELECT type, count(*) AS count FROM objects WHERE deleted = 0 GROUP BY type ORDER BY type",
    );
    return Object.fromEntries(rows.map((row) => [row.type, row.count]));
  }

  /** All objects are gone. */
  forget(): void {
    this.#forgetAll();
    for (const object of OBJECT_NAMES) this.#countChange({ object });
  }

  #forgetAll(): void {
    this.#cache.clear();
    this.#backlog.clear();
  }

  #find(id: string): KeptObject | null {
    return this.#cache.get(id) ?? this.#load(id);
  }

  #read({ id, json }: Row): StoredObject {
    return this.#cache.get(id)?.object ?? settled(JSON.parse(json) as StoredObject);
  }

  #load(id: string): KeptObject | null {
    if (id === "") return null;
    this.#write(this.#backlog.take("event"));
    const [row] = this.#db.rows<StoredRow>(
      "SELECT seq, created, deleted, json, hidden FROM objects WHERE id = ?",
      id,
    );
    if (!row) return null;
    const object = settled(JSON.parse(row.json) as StoredObject);
    const hidden = row.hidden === null ? null : settled(JSON.parse(row.hidden) as object);
    const kept = new KeptObject(object, { created: row.created, hidden });
    kept.deleted = row.deleted === 1;
    kept.isWritten(row.seq);
    this.#cache.put(kept);
    return kept;
  }

  #keep(kept: KeptObject): void {
    this.#countChange(kept.object);
    if (this.#db.inTransaction) this.#backlog.add(kept);
    else this.#write([kept]);
  }

  #write(objects: KeptObject[]): void {
    for (const kept of objects) {
      const seq = kept.seq === null ? this.#insertRow(kept) : this.#updateRow(kept, kept.seq);
      this.#facets.replace(seq, kept.written, kept.object);
      kept.isWritten(seq);
    }
  }

  #insertRow({ object, created, hidden }: KeptObject): number {
    return this.#db.run(
      "INSERT INTO objects (id, type, created, json, hidden) VALUES (?, ?, ?, ?, ?)",
      ...[object.id, object.object, created, JSON.stringify(object), hidden && JSON.stringify(hidden)],
    );
  }

  #updateRow({ object, written, hidden, writtenHidden }: KeptObject, seq: number): number {
    if (object !== written) {
      this.#db.run("UPDATE objects SET json = ? WHERE seq = ?", JSON.stringify(object), seq);
    }
    if (hidden !== writtenHidden) {
      this.#db.run("UPDATE objects SET hidden = ? WHERE seq = ?", JSON.stringify(hidden), seq);
    }
    return seq;
  }

  #countChange({ object }: { object: string }): void {
    this.#changes.set(object, (this.#changes.get(object) ?? 0) + 1);
  }
}
