import { type DueItem } from "../store/due-store";
import { type Store } from "../store/store";

const FAILURES = "due_failures";
const KEPT = 50;

/** Something that time should have done, and did not: what the stand-in cannot do, or a mistake in it. */
export interface DueFailure extends DueItem {
  message: string;
}

/** What failed since the state was made, latest first. The dashboard and `GET /_emulator/stats` show it. */
export function readDueFailures({ settings }: Store): DueFailure[] {
  return JSON.parse(settings.get(FAILURES) ?? "[]") as DueFailure[];
}

/** Part of the surrounding transaction: kept exactly when the item is dropped. */
export function keepDueFailure(store: Store, failure: DueFailure): void {
  store.settings.set(FAILURES, JSON.stringify([failure, ...readDueFailures(store)].slice(0, KEPT)));
}

export function reportDueFailures(failures: { failure: DueFailure; error: unknown }[]): void {
  for (const { failure, error } of failures) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : failure.message;
    process.stderr.write(`${failure.kind} of ${failure.objectId} failed and was dropped. ${detail}\n`);
  }
}
