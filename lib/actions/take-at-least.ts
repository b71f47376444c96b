import { setTimeout } from "node:timers/promises";

/**
 * Runs `work` and answers no sooner than after `milliseconds`, so that how long it took does not tell which way it
 * went: for answers that must not reveal whether an address has an account.
 */
export async function takeAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), setTimeout(milliseconds)]);
  return result;
}
