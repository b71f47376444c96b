import { minorDigitsOf } from "@/lib/shared/format";
import type { AmountProblem } from "./types";

const defaultCurrency = "usd";

export interface Amount {
  amountMinor: bigint;
  currency: string;
}

const longest = 15;
/** "1,250.00"; a comma anywhere else may be meant as a decimal point, and is not guessed. */
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** "45", "45.00 EUR" and "jpy 4500" exactly, with no more decimals than the currency has. */
export function readAmount(typed: string): Amount | { problem: AmountProblem } {
  const text = typed.trim().toLowerCase();
  const [, before, written = "", after] = /^([a-z]{3})?\s*\$?([\d.,]{1,30})\s*([a-z]{3})?$/.exec(text) ?? [];
  const number = grouped.test(written) ? written.replaceAll(",", "") : written;
  if (!/^\d+(?:\.\d+)?$/.test(number) || (before && after)) return { problem: "not_a_number" };
  const currency = before ?? after ?? defaultCurrency;
  if (!Intl.supportedValuesOf("currency").includes(currency.toUpperCase()))
    return { problem: "unknown_currency" };
  const digits = minorDigitsOf(currency);
  const [whole = "", fraction = ""] = number.split(".");
  if (fraction.replace(/0+$/, "").length > digits) return { problem: "too_many_decimals" };
  const minor = `${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`.replace(/^0+(?=\d)/, "");
  if (minor.length > longest) return { problem: "too_large" };
  return { amountMinor: BigInt(minor), currency };
}
