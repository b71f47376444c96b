import { cn } from "./cn";

type MeterProps = {
  label: string;
  /** 0 to 1; anything outside is drawn at the nearest end. */
  share: number;
  /** What a screen reader says instead of a bare percentage, e.g. "320 of 500 credits". */
  text: string;
  tone?: "accent" | "positive" | "warning" | "danger" | "subscription";
  className?: string;
};

const fills = {
  accent: "bg-accent",
  positive: "bg-positive",
  warning: "bg-warning",
  danger: "bg-danger-solid",
  subscription: "bg-credit-subscription",
};

/** How much of something there is (a quota, a strength), not how far a task has come. */
export function Meter({ label, share, text, tone = "accent", className }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-hover", className)}
    >
      <div
        className={cn("h-full rounded-full transition-[width]", fills[tone])}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
