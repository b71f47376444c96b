import type { Step } from "../books/steps";
import { openAccount, type AccountState } from "./account";
import { play } from "./acts";

/**
 * Works out in memory what the ledger would have written: the database's own functions, called ten thousand times in
 * one transaction, would take half a minute, because no version of a row that they leave behind can be cleared away
 * before it ends. A test holds the result against theirs.
 */
export function playSteps(steps: readonly Step[]): AccountState[] {
  const accounts = new Map<string, AccountState>();
  for (const step of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const { userId, at } = step;
    const account = accounts.get(userId) ?? openAccount(userId, at);
    // The first grant opens it.
    if (step.act === "grant") accounts.set(userId, account);
    const answer = play(account, step);
    step.told?.(answer);
  }
  return [...accounts.values()];
}
