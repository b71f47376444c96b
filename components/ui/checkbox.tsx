import { Check } from "lucide-react";
import { type ComponentProps } from "react";

import { cn } from "./cn";

type CheckboxProps = Omit<ComponentProps<"input">, "type">;

export function Checkbox({ className, ...props }: CheckboxProps) {
  return (
    <span className={cn("relative inline-flex size-6 items-center justify-center", className)}>
      <input
        {...props}
        type="checkbox"
        className="peer absolute inset-1 size-4 appearance-none rounded-xs border border-line-strong bg-surface checked:border-accent checked:bg-accent disabled:opacity-55 aria-invalid:border-danger"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none relative hidden size-3 text-on-accent peer-checked:block"
      />
    </span>
  );
}
