import type { Prisma } from "./generated/client";

/** A named statement: `name` lets PostgreSQL keep its plan per connection, `values` are its $1, $2, … */
export interface SqlStatement {
  name: string;
  text: string;
  values: readonly SqlValue[];
}

export type SqlValue =
  string | number | bigint | boolean | Date | null | readonly string[] | readonly bigint[] | readonly Date[];

/**
 * Where repositories read and write: either the pool (each call its own transaction) or one open transaction.
 * BIGINT arrives as `bigint`, JSONB parsed, TIMESTAMPTZ as `Date` on both.
 */
export interface Db {
  readonly prisma: Omit<Prisma.TransactionClient, "$queryRawUnsafe" | "$executeRawUnsafe">;
  /** One statement, one round trip. */
  sql<Row>(statement: SqlStatement): Promise<Row[]>;
}

/** The pool: can open transactions. */
export interface Database extends Db {
  /**
   * Runs `work` in one transaction: all or nothing. No HTTP, mail or waiting inside.
   * Read committed; take row or advisory locks for what must not change.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
