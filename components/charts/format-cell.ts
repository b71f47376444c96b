import {
  formatCount,
  formatCredits,
  formatDuration,
  formatMoney,
  formatShare,
  formatShort,
  minorDigitsOf,
} from "@/lib/shared/format";
import type { Cell, Unit } from "./dataset";
import { formatDay } from "./format-day";

/** A value as people read it, exact. */
export function formatCell(cell: Cell, unit: Unit): string {
  if (cell === null) return "—";
  if (unit.kind === "day") return formatDay(String(cell), unit.bucket);
  if (typeof cell === "string") return cell;
  if (unit.kind === "money") return formatMoney(BigInt(cell), unit.currency);
  if (unit.kind === "credits") return formatCredits(BigInt(cell));
  if (unit.kind === "share") return formatShare(Number(cell));
  return unit.kind === "duration" ? formatDuration(Number(cell)) : formatCount(cell);
}

/** A value as a chart draws it: money in major units, credits whole. For drawing only, never to reckon with. */
export function toDrawn(cell: Cell, unit: Unit): number {
  if (cell === null || typeof cell === "string") return 0;
  if (unit.kind === "money") return Number(cell) / 10 ** minorDigitsOf(unit.currency);
  return unit.kind === "credits" ? Number(cell) / 1000 : Number(cell);
}

/** What stands at a line of the grid. */
export function formatTick(drawn: number, unit: Unit): string {
  if (unit.kind === "share") return formatShare(drawn);
  if (unit.kind === "duration") return formatDuration(drawn);
  return formatShort(drawn, unit.kind === "money" ? unit.currency : undefined);
}
