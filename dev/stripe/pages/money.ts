/** `4500, usd` → `$45.00`; currencies without decimals keep their whole units. */
export function formatMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

export function formatDate(seconds: number): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(
    seconds * 1000,
  );
}

export function formatDay(seconds: number): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(seconds * 1000);
}

/** `Jan 31 – Feb 28, 2030`; null for what has no length, such as a single piece of work. */
export function formatPeriod({ start, end }: { start: number; end: number }): string | null {
  if (start >= end) return null;
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(start * 1000, end * 1000);
}
