import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { formatShare } from "@/lib/shared/format";

type ChangeNoteProps = {
  now: bigint;
  before: bigint;
  /** Whether more is welcome. */
  more?: "good" | "bad" | "neutral";
  format: (value: bigint) => string;
};

const arrows = { up: ArrowUp, down: ArrowDown, level: ArrowRight };

/** The change against the range before, short enough for a table; what it was is said on hover. */
export function ChangeNote({ now, before, more = "neutral", format }: ChangeNoteProps) {
  const direction = now === before ? "level" : now > before ? "up" : "down";
  const Arrow = arrows[direction];
  const good = direction === "up" ? more === "good" : more === "bad";
  const tone =
    direction === "level" || more === "neutral" ? "text-ink-muted" : good ? "text-positive" : "text-danger";
  return (
    <span
      title={`${format(before)} in the range before`}
      className={`flex items-center justify-end gap-0.5 text-[0.8125rem] font-normal ${tone}`}
    >
      <Arrow aria-hidden="true" className="size-3.5 shrink-0" />
      {direction === "level" ? "as before" : words(now, before)}
      {direction === "level" ? null : <span className="sr-only"> {direction}</span>}
    </span>
  );
}

function words(now: bigint, before: bigint): string {
  if (before === 0n) return "new";
  const share = Math.abs(Number(now - before) / Number(before));
  return share > 9.99 ? `${Math.round(share + 1)}-fold` : formatShare(share);
}
