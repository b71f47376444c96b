type CreditsProblem = "empty" | "sign" | "format" | "decimals" | "zero";

const decimal = /^(\d{1,13})(?:\.(\d+))?$/;

/**
 * Credits as people type them: "12", "12.5", "1250.125". Commas are refused: to some they part thousands, to others
 * decimals. A credit has three decimals, and nothing is rounded.
 */
export function parseCredits(typed: string): { creditsMilli: bigint } | { problem: CreditsProblem } {
  const text = typed.trim();
  if (text === "") return { problem: "empty" };
  if (/^[+\-−]/.test(text)) return { problem: "sign" };
  const found = decimal.exec(text);
  if (!found) return { problem: "format" };
  const [, whole = "", decimals = ""] = found;
  if (decimals.length > 3) return { problem: "decimals" };
  const creditsMilli = BigInt(`${whole}${decimals.padEnd(3, "0")}`);
  return creditsMilli === 0n ? { problem: "zero" } : { creditsMilli };
}
