import { ChevronsUpDown } from "lucide-react";
import { type ComponentProps } from "react";

import { cn } from "./cn";
import { controlStyles } from "./control-styles";

/** The platform's own select: works without JavaScript and opens the wheel or sheet that phones know. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-block w-full", className)}>
      <select
        {...props}
        className={cn(controlStyles, "h-10 appearance-none pr-9 pl-3 text-base sm:h-9 sm:text-sm")}
      >
        {children}
      </select>
      <ChevronsUpDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-3.5 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
