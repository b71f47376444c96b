import { type ComponentProps } from "react";

import { cn } from "./cn";
import { controlStyles } from "./control-styles";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={5}
      {...props}
      className={cn(controlStyles, "min-h-24 px-3 py-2 text-base sm:text-sm", className)}
    />
  );
}
