import { cn } from "./cn";

/** Holds the place of a value that is on its way; give it the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block animate-pulse rounded-sm bg-hover", className)} />;
}
