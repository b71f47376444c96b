import type { ComponentProps } from "react";
import type { Figure } from "@/components/ui/figure";
import { formatShare } from "@/lib/shared/format";

type Change = NonNullable<ComponentProps<typeof Figure>["change"]>;

export interface Measured<Value> {
  now: Value | null;
  before: Value | null | undefined;
  format: (value: Value) => string;
  /** Whether more is welcome. */
  more: "good" | "bad" | "neutral";
  /** A share moves by points: 2% after 1% is one point more, not twice as much. */
  points?: boolean;
}

/** The change against the range before as an arrow and words; none where there is nothing to compare with. */
export function describeChange<Value extends number | bigint>({
  now,
  before,
  format,
  more,
  points = false,
}: Measured<Value>): { change: Change } | object {
  if (now === null || before === null || before === undefined) return {};
  const was = format(before);
  if (format(now) === was) return { change: { direction: "level", text: `As before, ${was}` } };
  const up = now > before;
  const direction = up ? "up" : "down";
  const mood = more === "neutral" ? "neutral" : up === (more === "good") ? "good" : "bad";
  return { change: { direction, mood, text: `${by(Number(now), Number(before), points)} from ${was}` } };
}

function by(now: number, before: number, points: boolean): string {
  const word = now > before ? "up" : "down";
  if (points) {
    const moved = Math.abs(now - before) * 100;
    return `${new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(moved)} points ${word}`;
  }
  // From nothing, or across zero, a share says nothing.
  const first = word === "up" ? "Up" : "Down";
  if (before === 0 || Math.sign(now) === -Math.sign(before)) return first;
  const share = Math.abs((now - before) / before);
  return share > 9.99 ? `${first} ${Math.round(share + 1)}-fold` : `${formatShare(share)} ${word}`;
}
