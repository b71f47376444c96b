import { InvalidArgumentError } from "commander";

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** An instant: so long ago (`30m`, `12h`, `3d`), or a date. */
export type Moment = { agoMs: number } | { at: Date };

/** Reads `3d`, `12h`, `30m`, `2026-11-01` or `2026-11-01T12:00:00Z`. */
export function parseMoment(text: string): Moment {
  const [, amount, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (amount && unit) return { agoMs: Number(amount) * unitMs[unit as keyof typeof unitMs] };
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError("It is an age such as 30m, 12h or 3d, or a date such as 2026-11-01.");
  return { at };
}

export function toDate(moment: Moment, now: Date): Date {
  return "at" in moment ? moment.at : new Date(now.getTime() - moment.agoMs);
}

/** For options that count something. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("It is a whole number above 0.");
  return Number(text);
}
