import { type ComponentProps } from "react";

import { cn } from "./cn";
import { controlStyles } from "./control-styles";

// 16 px on phones: iOS zooms into smaller inputs on focus.
export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input {...props} className={cn(controlStyles, "h-10 px-3 text-base sm:h-9 sm:text-sm", className)} />
  );
}
