import { type WirePrice } from "../../store/object-types";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** By currency: making one is slow, and each line of an invoice asks for one. */
const formats = new Map<string, (amount: number) => string>();

/** `1 × Gold (at $10.00 / month)` */
export function regularText(product: string, price: WirePrice, quantity: number): string {
  const { interval = "", interval_count: count = 1 } = price.recurring ?? {};
  const every = count === 1 ? interval : `every ${count} ${interval}s`;
  return `${quantity} × ${product} (at ${unitPrice(price)} / ${every})`;
}

export function trialText(product: string): string {
  return `Trial period for ${product}`;
}

export function unusedText(product: string, quantity: number, since: number): string {
  return `Unused time on ${counted(product, quantity)} after ${dateOf(since)}`;
}

export function remainingText(product: string, quantity: number, since: number): string {
  return `Remaining time on ${counted(product, quantity)} after ${dateOf(since)}`;
}

const counted = (product: string, quantity: number): string =>
  quantity === 1 ? product : `${quantity} × ${product}`;

/** `09 Jan 2030` */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  const day = String(date.getUTCDate()).padStart(2, "0");
  return `${day} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

function unitPrice({ currency, unit_amount_decimal: decimal }: WirePrice): string {
  let format = formats.get(currency);
  if (!format) formats.set(currency, (format = formatOf(currency)));
  return format(Number(decimal ?? "0"));
}

/** A cent has parts: a price may be fractions of one. */
function formatOf(currency: string): (amount: number) => string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const;
  const digits = new Intl.NumberFormat("en-US", style).resolvedOptions().minimumFractionDigits ?? 2;
  const options = { ...style, minimumFractionDigits: digits, maximumFractionDigits: 14 };
  const format = new Intl.NumberFormat("en-US", options);
  return (amount) => format.format(amount / 10 ** digits);
}
