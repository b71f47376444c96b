import { InvalidCreditInput } from "./errors";
import { type Money } from "./types";

/** The largest amount that PostgreSQL's BIGINT holds. */
const maxMilli = 2n ** 63n - 1n;

const longestText = 200;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const controlCharacter = /\p{Cc}/u;

export function checkUserId(userId: string): void {
  if (!uuid.test(userId)) throw new InvalidCreditInput("userId", "not a UUID");
}

/** @throws InvalidCreditInput unless the amount is positive, or also zero if `least` says so, and fits 64 bits */
export function checkAmount(field: string, amount: bigint, least = 1n): void {
  if (typeof amount !== "bigint") throw new InvalidCreditInput(field, "not a bigint");
  if (amount < least) throw new InvalidCreditInput(field, `less than ${String(least)}`);
  if (amount > maxMilli) throw new InvalidCreditInput(field, "beyond 64 bits");
}

function checkText(field: string, text: string): void {
  if (text.length > longestText) throw new InvalidCreditInput(field, `longer than ${longestText} characters`);
  if (controlCharacter.test(text)) throw new InvalidCreditInput(field, "has a control character");
  if (!text.isWellFormed()) throw new InvalidCreditInput(field, "is not well-formed Unicode");
}

export function checkKey(field: string, key: string): void {
  if (key === "") throw new InvalidCreditInput(field, "empty");
  checkText(field, key);
}

export function checkMoney(field: string, { amountMinor, currency }: Money): void {
  checkAmount(field, amountMinor, 0n);
  if (!/^[a-z]{3}$/.test(currency))
    throw new InvalidCreditInput(field, "currency is not three lower-case letters");
}

export function checkInstant(field: string, instant: Date): void {
  if (Number.isNaN(instant.getTime())) throw new InvalidCreditInput(field, "not an instant");
}

/** What every change carries. */
export function checkChange(change: {
  userId: string;
  key: string;
  reference?: string;
  description?: string;
}): void {
  checkUserId(change.userId);
  checkKey("key", change.key);
  checkText("reference", change.reference ?? "");
  checkText("description", change.description ?? "");
}
