const milliPerCredit = 1000n;

/** Milli-credits as people read them: `1250000n` is "1,250", `1500n` is "1.5". */
export function formatCredits(creditsMilli: bigint, locale = "en-US"): string {
  const negative = creditsMilli < 0n;
  const absolute = negative ? -creditsMilli : creditsMilli;
  const whole = new Intl.NumberFormat(locale).format(absolute / milliPerCredit);
  const fraction = (absolute % milliPerCredit).toString().padStart(3, "0").replace(/0+$/, "");
  return `${negative ? "−" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** Minor units with their currency: `(4500n, "usd")` is "$45.00", `(4500n, "jpy")` is "¥4,500". */
export function formatMoney(amountMinor: bigint, currency: string, locale = "en-US"): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(toDecimal(amountMinor, digits));
}

function toDecimal(amountMinor: bigint, digits: number): Intl.StringNumericLiteral {
  const negative = amountMinor < 0n;
  const text = (negative ? -amountMinor : amountMinor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = digits > 0 ? `.${text.slice(-digits)}` : "";
  return `${negative ? "-" : ""}${whole}${fraction}` as Intl.StringNumericLiteral;
}

/** A price with fractions of a minor unit, such as that of one credit: `(4.1667, "usd")` is "$0.0417". */
export function formatUnitPrice(amountMinor: number, currency: string, locale = "en-US"): string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const;
  const digits = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digits + 2 }).format(
    amountMinor / 10 ** digits,
  );
}

/** A calendar date such as "22 Nov 2026" in the given IANA time zone. */
export function formatDate(date: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(date);
}

/** The exact time, for tooltips and details: "22 Nov 2026, 08:30:00 UTC". */
export function formatDateTime(date: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long", timeZone }).format(date);
}

/** `1536` is "1.5 kB" (decimal units, as storage is sold). */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(value)} ${units[unit] ?? "B"}`;
}
