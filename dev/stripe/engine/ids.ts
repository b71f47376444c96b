import { randomInt } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** Checkout sessions have long ids, which are the only secret of their page. */
export function newId(prefix: string): string {
  return prefix + randomText(prefix === "cs_test_" ? 58 : 24);
}
