import type { Bucket } from "./dataset";

const write = (day: string, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** A stretch of time by its first day: "22 Nov 2026", "Week of 16 Nov 2026", "Nov 2026". */
export function formatDay(day: string, bucket: Bucket = "day"): string {
  if (bucket === "month") return write(day, { month: "short", year: "numeric" });
  const text = write(day, { day: "numeric", month: "short", year: "numeric" });
  return bucket === "week" ? `Week of ${text}` : text;
}

/** The same where there is little room: "22 Nov", "Nov ’26". */
export function formatDayShort(day: string, bucket: Bucket): string {
  if (bucket !== "month") return write(day, { day: "numeric", month: "short" });
  return `${write(day, { month: "short" })} ’${day.slice(2, 4)}`;
}
