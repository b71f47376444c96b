import { type Db, type SqlValue } from "@/lib/db";
import { toReceipt, type LedgerRow } from "./receipt";
import { type PutBackInput, type RemoveInput } from "./removal-input";
import {
  type CaptureInput,
  type ChangeInput,
  type ForgiveInput,
  type GrantInput,
  type HoldInput,
  type LotInput,
  type Receipt,
  type ReleaseInput,
  type RestoreInput,
  type RevokeInput,
  type SpendInput,
} from "./types";

/**
 * Each change is one call of one SQL function (see the migration): one round trip that locks the account,
 * decides, and writes all or nothing. A refusal is an answer, never an SQL error, so that a transaction around
 * it stays usable.
 */
interface LedgerCall {
  /** Name of the SQL function. */
  name: string;
  /** SQL types of its arguments. */
  types: readonly string[];
  values: readonly SqlValue[];
}

async function call(db: Db, { name, types, values }: LedgerCall): Promise<LedgerRow[]> {
  const args = types.map((type, index) => `$${index + 1}::${type}`).join(", ");
  return db.sql<LedgerRow>({ name, text: `SELECT * FROM ${name}(${args})`, values });
}

const changeTypes = ["text", "text", "text", "timestamptz"] as const;

/** The key itself is stored as a hash, so it stands in as the reference of a change that names no object. */
function changeValues({ key, reference, description }: ChangeInput, now: Date): SqlValue[] {
  return [key, reference ?? key, description ?? "", now];
}

export async function insertSpend(db: Db, input: SpendInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "bigint", ...changeTypes];
  const values = [input.userId, input.creditsMilli, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_spend", types, values }))[0], input);
}

/** Rows in the order of the inputs, which must all be of one account. */
export async function insertSpends(db: Db, inputs: readonly SpendInput[], now: Date): Promise<LedgerRow[]> {
  return call(db, {
    name: "credit_spend_batch",
    types: ["uuid", "bigint[]", "text[]", "text[]", "text[]", "timestamptz"],
    values: [
      inputs[0]?.userId ?? null,
      inputs.map((input) => input.creditsMilli),
      inputs.map((input) => input.key),
      inputs.map((input) => input.reference ?? input.key),
      inputs.map((input) => input.description ?? ""),
      now,
    ],
  });
}

/** Rows in the order of the spends, each of another account; `busy` where somebody else holds the account. */
export async function insertSpendsOfAccounts(
  db: Db,
  spends: readonly { input: SpendInput; now: Date }[],
): Promise<LedgerRow[]> {
  const inputs = spends.map(({ input }) => input);
  return call(db, {
    name: "credit_spend_each",
    types: ["uuid[]", "bigint[]", "text[]", "text[]", "text[]", "timestamptz[]"],
    values: [
      inputs.map((input) => input.userId),
      inputs.map((input) => input.creditsMilli),
      inputs.map((input) => input.key),
      inputs.map((input) => input.reference ?? input.key),
      inputs.map((input) => input.description ?? ""),
      spends.map(({ now }) => now),
    ],
  });
}

export async function insertGrant(
  db: Db,
  input: GrantInput & { priority: number },
  now: Date,
): Promise<Receipt> {
  const types = [
    "uuid",
    "bigint",
    "credit_kind",
    "int",
    "timestamptz",
    "timestamptz",
    "bigint",
    "text",
    ...changeTypes,
  ];
  const values = [
    input.userId,
    input.creditsMilli,
    input.kind,
    input.priority,
    input.effectiveAt ?? null,
    input.expiresAt ?? null,
    input.cost?.amountMinor ?? 0n,
    input.cost?.currency ?? null,
    ...changeValues(input, now),
  ];
  return toReceipt((await call(db, { name: "credit_grant", types, values }))[0], input);
}

export async function insertHold(db: Db, input: HoldInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "bigint", "timestamptz", ...changeTypes];
  const values = [input.userId, input.creditsMilli, input.expiresAt, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_hold", types, values }))[0], input);
}

export async function captureHoldRow(db: Db, input: CaptureInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "text", "bigint", "timestamptz"];
  const values = [input.userId, input.holdKey, input.creditsMilli, now];
  return toReceipt((await call(db, { name: "credit_capture", types, values }))[0], { key: input.holdKey });
}

export async function releaseHoldRow(db: Db, input: ReleaseInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "text", "timestamptz"];
  const values = [input.userId, input.holdKey, now];
  return toReceipt((await call(db, { name: "credit_release", types, values }))[0], { key: input.holdKey });
}

export async function insertRevocation(db: Db, input: RevokeInput, now: Date): Promise<Receipt> {
  const { take } = input;
  const asked = "currency" in take ? [take.amountMinor, take.currency, 0n] : [0n, null, take.creditsMilli];
  const types = ["uuid", "text", "bigint", "text", "bigint", ...changeTypes];
  const values = [input.userId, input.lotKey, ...asked, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_revoke", types, values }))[0], input);
}

export async function insertRestoration(db: Db, input: RestoreInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "text", ...changeTypes];
  const values = [input.userId, input.revocationKey, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_restore", types, values }))[0], input);
}

export async function insertRemoval(db: Db, input: RemoveInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "bigint", "boolean", ...changeTypes];
  const values = [input.userId, input.creditsMilli, input.asDebt, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_remove", types, values }))[0], input);
}

export async function insertPutBack(db: Db, input: PutBackInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "text", ...changeTypes];
  const values = [input.userId, input.removalKey, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_put_back", types, values }))[0], input);
}

export async function setLotFrozen(
  db: Db,
  input: LotInput & { frozen: boolean },
  now: Date,
): Promise<Receipt> {
  const types = ["uuid", "text", "boolean", ...changeTypes];
  const values = [input.userId, input.lotKey, input.frozen, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_freeze", types, values }))[0], input);
}

export async function insertForgiveness(db: Db, input: ForgiveInput, now: Date): Promise<Receipt> {
  const types = ["uuid", "bigint", ...changeTypes];
  const values = [input.userId, input.creditsMilli ?? null, ...changeValues(input, now)];
  return toReceipt((await call(db, { name: "credit_forgive", types, values }))[0], input);
}

/** Writes what lapsed by itself on one account: expired holds go back, expired lots leave the balance. */
export async function settleAccount(db: Db, userId: string, now: Date): Promise<number> {
  const [row] = await db.sql<{ written: number }>({
    name: "credit_settle",
    text: "SELECT credit_settle($1::uuid, $2::timestamptz) AS written",
    values: [userId, now],
  });
  return row?.written ?? 0;
}

const pageOfAccounts = 500;

/** User ids in order, above `after`, of accounts with free credit on a lot that has expired. */
export async function readAccountsWithExpiredLots(
  db: Db,
  now: Date,
  after: string | null,
): Promise<string[]> {
  const rows = await db.sql<{ user_id: string }>({
    name: "credit-accounts-with-expired-lots",
    text: `
      SELECT DISTINCT user_id FROM credit_lots
      WHERE open AND expires_at <= $1::timestamptz AND remaining_milli > held_milli
        AND ($2::uuid IS NULL OR user_id > $2::uuid)
      ORDER BY user_id LIMIT ${pageOfAccounts}`,
    values: [now, after],
  });
  return rows.map((row) => row.user_id);
}

/** User ids in order, above `after`, of accounts with an open hold past its end. */
export async function readAccountsWithExpiredHolds(
  db: Db,
  now: Date,
  after: string | null,
): Promise<string[]> {
  const rows = await db.sql<{ user_id: string }>({
    name: "credit-accounts-with-expired-holds",
    text: `
      SELECT DISTINCT user_id FROM credit_holds
      WHERE status = 'open' AND expires_at <= $1::timestamptz AND ($2::uuid IS NULL OR user_id > $2::uuid)
      ORDER BY user_id LIMIT ${pageOfAccounts}`,
    values: [now, after],
  });
  return rows.map((row) => row.user_id);
}
