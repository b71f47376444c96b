import { randomFillSync } from "node:crypto";

/** In the order in which SQLite sorts them. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** So many hold the milliseconds of two hundred years. */
const TIME_LENGTH = 7;

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

/** Later ones come later in the alphabet, as Stripe's do: the index of ids then grows at its end. */
function timeText(): string {
  let text = "";
  for (let rest = Date.now(); text.length < TIME_LENGTH; rest = Math.floor(rest / ALPHABET.length)) {
    text = (ALPHABET[rest % ALPHABET.length] ?? "") + text;
  }
  return text;
}

/** Checkout sessions have long ids, which are the only secret of their page. */
export function newId(prefix: string): string {
  return prefix + timeText() + randomText((prefix === "cs_test_" ? 58 : 24) - TIME_LENGTH);
}
