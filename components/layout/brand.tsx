import { cn } from "@/components/ui/cn";

/** A small square that grows into a larger one. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <rect x="8" y="16" width="8" height="8" rx="2" fill="#fff" />
      <path d="M9.5 9.5h9a4 4 0 0 1 4 4v9" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

export function Brand() {
  return (
    <span className="flex items-center gap-2.5">
      <BrandMark />
      <span className="text-[0.9375rem] font-semibold tracking-tight">QuickScale</span>
    </span>
  );
}
