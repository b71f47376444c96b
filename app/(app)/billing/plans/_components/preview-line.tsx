import { type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface PreviewLineProps {
  label: ReactNode;
  strong?: boolean;
  children: ReactNode;
}

/** A line of a description list: what, and how much. */
export function PreviewLine({ label, strong = false, children }: PreviewLineProps) {
  return (
    <div className={cn("flex items-baseline justify-between gap-6", strong && "font-semibold")}>
      <dt className={strong ? "text-ink" : "text-ink-muted"}>{label}</dt>
      <dd data-figures className="text-right whitespace-nowrap">
        {children}
      </dd>
    </div>
  );
}
