import { quotaTerms, type QuotaMeter } from "@/lib/quotas/types";
import { formatBytes, formatCount, formatCredits, formatDate, formatShare } from "@/lib/shared/format";
import { monthOf, type Day, type DayRange } from "@/lib/shared/calendar";

/** "22 Nov 2026" */
export const dayWords = (day: Day): string => formatDate(new Date(`${day}T00:00:00Z`));

const monthName = (day: Day, style: { month: "long"; year?: "numeric" }): string =>
  new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** "October 2026" */
export const monthWords = (day: Day): string => monthName(day, { month: "long", year: "numeric" });

/** "October", to compare with the month after it. */
export const bareMonth = (day: Day): string => monthName(day, { month: "long" });

/** "October 2026" for a calendar month, "22 Nov 2026" for a day, else "16 Nov 2026 – 22 Nov 2026". */
export function rangeWords({ from, to }: DayRange): string {
  const month = monthOf(from);
  if (month.from === from && month.to === to) return monthWords(from);
  return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
}

/** "12.4% more than in September", with `than` as "in September"; null where there was nothing, and is nothing. */
export function changeWords(now: number | bigint, before: number | bigint, than: string): string | null {
  const [a, b] = [Number(now), Number(before)];
  if (a === b) return a === 0 ? null : `as ${than}`;
  if (b === 0) return `none ${than}`;
  return `${formatShare(Math.abs(a - b) / b)} ${a > b ? "more" : "less"} than ${than}`;
}

/** "1 run", "812 runs" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "1 credit", "1,930.5 credits"; "free" for nothing. */
export function creditWords(creditsMilli: bigint): string {
  if (creditsMilli === 0n) return "free";
  return `${formatCredits(creditsMilli)} ${creditsMilli === 1000n ? "credit" : "credits"}`;
}

const amountOf = (amount: bigint, { kind }: Pick<QuotaMeter, "kind">): string =>
  quotaTerms[kind].unit === "bytes" ? formatBytes(Number(amount)) : formatCount(amount);

/** "812 of 1,000 (81.2%)" */
export function meterWords(meter: QuotaMeter): { label: string; value: string } {
  const { kind, used, limit } = meter;
  const { label } = quotaTerms[kind];
  if (limit === null) return { label, value: `${amountOf(used, meter)}, unlimited` };
  const share = limit > 0n ? ` (${formatShare(Number(used) / Number(limit))})` : "";
  return { label, value: `${amountOf(used, meter)} of ${amountOf(limit, meter)}${share}` };
}

/** "getBalance" is "Get balance". */
export function operationWords(id: string): string {
  const words = id.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** So that one name cannot push everything else off a mail. */
export function shorten(text: string, longest = 60): string {
  const signs = Array.from(text);
  return signs.length > longest ? `${signs.slice(0, longest - 1).join("")}…` : text;
}
