import { type ComponentProps } from "react";

import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role">;

/** A setting that takes effect at once. It is a checkbox underneath, so it is sent with its form. */
export function Switch({ className, ...props }: SwitchProps) {
  return (
    <span className={cn("relative inline-flex h-6 w-10 items-center", className)}>
      <input
        {...props}
        type="checkbox"
        role="switch"
        className="peer absolute inset-0 appearance-none rounded-full border border-line-strong bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:opacity-55"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none relative ml-1 size-4 rounded-full bg-line-strong transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent"
      />
    </span>
  );
}
