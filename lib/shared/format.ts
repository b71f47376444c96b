const milliPerCredit = 1000n;

/** Milli-credits as people read them: `1250000n` is "1,250", `1500n` is "1.5". */
export function formatCredits(creditsMilli: bigint, locale = "en-US"): string {
  const negative = creditsMilli < 0n;
  const absolute = negative ? -creditsMilli : creditsMilli;
  const whole = new Intl.NumberFormat(locale).format(absolute / milliPerCredit);
  const fraction = (absolute % milliPerCredit).toString().padStart(3, "0").replace(/0+$/, "");
  return `${negative ? "−" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** Currencies whose amounts Stripe does not count in hundredths. https://docs.stripe.com/currencies#zero-decimal */
const minorDigits: Readonly<Record<string, number>> = {
  ...digitsOf(0, "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf"),
  ...digitsOf(3, "bhd jod kwd omr tnd"),
};

function digitsOf(digits: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(" ").map((currency) => [currency, digits]));
}

/** How many decimals the minor unit of a currency has, as Stripe counts. */
export function minorDigitsOf(currency: string): number {
  return minorDigits[currency.toLowerCase()] ?? 2;
}

/** How money of a currency is written, with the decimals that its minor unit has; Intl's own differ, as of "huf". */
function moneyStyle(currency: string) {
  const digits = minorDigitsOf(currency);
  return { style: "currency", currency: currency.toUpperCase(), minimumFractionDigits: digits } as const;
}

/** Minor units with their currency: `(4500n, "usd")` is "$45.00", `(4500n, "jpy")` is "¥4,500". */
export function formatMoney(amountMinor: bigint, currency: string, locale = "en-US"): string {
  const style = moneyStyle(currency);
  const digits = style.minimumFractionDigits;
  const text = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digits }).format(
    toDecimal(amountMinor, digits),
  );
  return text.replace("-", "−");
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
  const style = moneyStyle(currency);
  const digits = style.minimumFractionDigits;
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digits + 2 }).format(
    amountMinor / 10 ** digits,
  );
}

/** Whole numbers of things: `12345` is "12,345". */
export function formatCount(count: number | bigint): string {
  return new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(count).replace("-", "−");
}

/** A share of one: `0.1234` is "12.3%". */
export function formatShare(share: number): string {
  const style = { style: "percent", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en-US", style).format(share).replace("-", "−");
}

/** How long something took: "850 ms", "2.4 s", "3 min 5 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95)
    return `${new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(seconds)} s`;
  const whole = Math.round(seconds);
  return `${formatCount(Math.floor(whole / 60))} min ${whole % 60} s`;
}

/** What fits beside the line of a chart: "1.2K", "$45K", "−$2.5M". Money comes in major units here, for drawing only. */
export function formatShort(value: number, currency?: string): string {
  const style = currency ? ({ style: "currency", currency: currency.toUpperCase() } as const) : {};
  const digits = { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en-US", { ...style, ...digits }).format(value).replace("-", "−");
}

/** A calendar date such as "22 Nov 2026" in the given IANA time zone. */
export function formatDate(date: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(date);
}

/** A time to the minute, for mails: "22 Nov 2026, 08:30 UTC". */
export function formatMinute(date: Date, timeZone = "UTC"): string {
  const parts = {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone, timeZoneName: "short" }).format(date);
}

/** A time of the day, where the day is clear: "08:30". */
export function formatClock(date: Date, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(date);
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
