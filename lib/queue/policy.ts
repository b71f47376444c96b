interface Minute {
  min: number;
  hour: number;
  date: number;
  month: number;
  dow: number;
}

const minuteMs = 60_000;
const daysAhead = 8;

const toMinute = (at: Date): Minute => ({
  min: at.getUTCMinutes(),
  hour: at.getUTCHours(),
  date: at.getUTCDate(),
  month: at.getUTCMonth() + 1,
  dow: at.getUTCDay(),
});

/** The first minute after `now` that a rhythm names; null when there is none within eight days. */
export function nextRunAt(matches: (minute: Minute) => boolean, now: Date): Date | null {
  const first = (Math.floor(now.getTime() / minuteMs) + 1) * minuteMs;
  for (let step = 0; step < daysAhead * 1_440; step += 1) {
    const at = new Date(first + step * minuteMs);
    if (matches(toMinute(at))) return at;
  }
  return null;
}

const two = (part: string) => part.padStart(2, "0");

/** A rhythm of cron in words, where it is one of the usual ones; else as it is written. */
export function rhythmWords(pattern: string): string {
  const [minute = "", hour = "", ...days] = pattern.split(" ");
  if (days.some((day) => day !== "*")) return pattern;
  const every = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (hour === "*" && minute === "*") return "Every minute";
  if (hour === "*" && every) return `Every ${every} minutes`;
  if (hour === "*" && /^\d+$/.test(minute)) return `Hourly at :${two(minute)}`;
  if (/^\d+$/.test(hour) && /^\d+$/.test(minute)) return `Daily at ${two(hour)}:${two(minute)} UTC`;
  return pattern;
}

const longestError = 500;

/** The first line of an error: what follows is where in the code, for the log. */
export function errorWords(error: string): string {
  const [line = ""] = error.trim().split("\n");
  return line.length > longestError ? `${line.slice(0, longestError)}…` : line;
}

const idName = /^[a-z][A-Za-z]*Id$/;
const idText = /^[\w:-]{1,200}$/;

/** What may be shown of what a job carries: ids. A fork's jobs may carry anything. */
export function idsOf(payload: unknown): { name: string; value: string }[] {
  if (payload === null || typeof payload !== "object" || Array.isArray(payload)) return [];
  return Object.entries(payload).flatMap(([name, value]) =>
    typeof value === "string" && idName.test(name) && idText.test(value) ? [{ name, value }] : [],
  );
}
