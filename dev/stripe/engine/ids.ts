import { randomFillSync } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** One byte per letter; those that would favour the first letters are drawn again. */
export function randomText(length: number): string {
  let text = "";
  while (text.length < length) text += ALPHABET[nextByte() & 63] ?? "";
  return text;
}

/** Drawn in bulk: asking the system for every id takes longer than storing what it is for. */
const drawn = Buffer.alloc(16_384);
let used = drawn.length;

function nextByte(): number {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn[used++] ?? 0;
}

/** Checkout sessions have long ids, which are the only secret of their page. */
export function newId(prefix: string): string {
  return prefix + randomText(prefix === "cs_test_" ? 58 : 24);
}
