import { LoaderCircle } from "lucide-react";

import { cn } from "./cn";

/** Appears only after 300 ms, so that quick work does not flicker. Decorative: the owner says what is busy. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex animate-late", className)} aria-hidden="true">
      <LoaderCircle className="size-4 animate-spin" />
    </span>
  );
}
