import { quotaTerms, type QuotaKind } from "@/lib/quotas/types";

const powers: Readonly<Record<string, bigint>> = { b: 0n, kib: 1n, mib: 2n, gib: 3n, tib: 4n };
const size = /^(\d{1,12})(?:\.(\d{1,3}))?\s*([kmgt]?i?b)?$/i;
const largest = 10n ** 15n;

/** What was typed as a limit, or why it is none. */
type ParsedLimit = { limit: bigint } | { problem: string };

const refuse = (problem: string): ParsedLimit => ({ problem });
const tooLarge = refuse("That is too large. 999,999,999,999 is as good as no limit.");

/** Whole numbers, and sizes in the units in which they are shown: "500", "1,000", "500 MiB", "1.5 GiB". */
export function parseLimit(kind: QuotaKind, typed: string): ParsedLimit {
  const text = typed.trim();
  if (/^[-−]/.test(text)) return refuse("A limit is not below 0. At 0 nothing is allowed.");
  return quotaTerms[kind].unit === "bytes" ? parseSize(text) : parseCount(text);
}

function parseCount(text: string): ParsedLimit {
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(text)) return refuse("Enter a whole number, such as 500.");
  const limit = BigInt(text.replaceAll(",", ""));
  return limit > largest ? tooLarge : { limit };
}

function parseSize(text: string): ParsedLimit {
  const [, whole, thousandths = "", unit] = size.exec(text) ?? [];
  const power = powers[unit?.toLowerCase() ?? (whole === "0" ? "b" : "")];
  if (whole === undefined || power === undefined)
    return refuse("Enter a size with its unit, such as 500 MiB or 2 GiB.");
  const amount = BigInt(whole) * 1000n + BigInt(thousandths.padEnd(3, "0"));
  const limit = (amount * 1024n ** power) / 1000n;
  return limit > largest ? tooLarge : { limit };
}
