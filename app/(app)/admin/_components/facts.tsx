import { Fragment, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Fact = { label: string; value: ReactNode };

/** Names and values, aligned; what has no value is left out. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={cn("grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-6 gap-y-2", className)}>
      {known.map(({ label, value }) => (
        <Fragment key={label}>
          <dt className="text-ink-muted">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
