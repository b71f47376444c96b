import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/** A number with what it is of at its right. */
export function UnitInput({ unit, ...props }: ComponentProps<typeof Input> & { unit: string }) {
  return (
    <span className="relative block">
      <Input {...props} autoComplete="off" className="pr-16 tabular-nums" />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-[0.8125rem] text-ink-muted"
      >
        {unit}
      </span>
    </span>
  );
}
