import { Skeleton } from "@/components/ui/skeleton";

/** One card on its way: most people have one. Without JavaScript the list never takes its place. */
export function PaymentMethodsSkeleton() {
  return (
    <div role="status" aria-label="Loading payment methods" className="mt-3 border-t border-line">
      <noscript>
        <p className="px-5 pt-4 text-ink-muted">
          The list needs JavaScript. The billing portal shows it without.
        </p>
      </noscript>
      <div className="flex h-17 items-center gap-4 px-5">
        <Skeleton className="h-7 w-11" />
        <div className="flex-1">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="mt-1.5 h-3 w-24" />
        </div>
      </div>
    </div>
  );
}
