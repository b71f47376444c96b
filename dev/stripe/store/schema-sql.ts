/** Raise it with every change below: a state file of another version is refused, not guessed at. */
export const SCHEMA_VERSION = 4;

/** A property of an object, in SQL. */
export const fieldExpression = (field: string): string => `json_extract(json, '$.${field}')`;

export const SCHEMA_SQL = `
PRAGMA user_version = ${SCHEMA_VERSION};

-- Every API object. "hidden" is what Stripe knows and never shows, such as a card number.
CREATE TABLE objects (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  created INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  json TEXT NOT NULL,
  hidden TEXT
) STRICT;
CREATE INDEX objects_type ON objects (type, deleted, seq);
CREATE INDEX objects_parent ON objects (json_extract(hidden, '$.parent'), seq) WHERE json_extract(hidden, '$.parent') IS NOT NULL;

-- The properties that lists filter by, of every object that has them.
CREATE TABLE facets (
  facet TEXT NOT NULL,
  value ANY NOT NULL,
  object_seq INTEGER NOT NULL,
  PRIMARY KEY (facet, value, object_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  endpoint_id TEXT NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL
) STRICT;
CREATE INDEX deliveries_pending ON deliveries (next_at) WHERE status = 'pending';
CREATE INDEX deliveries_pending_endpoint ON deliveries (endpoint_id, next_at, id) WHERE status = 'pending';
CREATE INDEX deliveries_event ON deliveries (event_id);

CREATE TABLE delivery_attempts (
  delivery_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  status INTEGER,
  error TEXT
) STRICT;
CREATE INDEX delivery_attempts_delivery ON delivery_attempts (delivery_id);

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  created INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  params TEXT NOT NULL,
  request_id TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- What time will do by itself, in the order in which it will; "clock" is the test clock it goes by, or ''.
CREATE TABLE due (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  clock TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  UNIQUE (object_id, kind)
) STRICT;
CREATE INDEX due_at ON due (clock, at, seq);

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
