import { type ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** A column of fields. The browser's own bubbles are off: errors are shown at the field, in our words. */
export function Form({ className, ...props }: ComponentProps<"form">) {
  return <form noValidate {...props} className={cn("flex flex-col gap-5", className)} />;
}
