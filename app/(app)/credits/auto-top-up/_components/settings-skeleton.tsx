import { Skeleton } from "@/components/ui/skeleton";

/** Of the form's size, while Stripe is asked for the card. */
export function SettingsSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-5">
      <div className="grid gap-2 sm:grid-cols-3">
        {[0, 1, 2].map((pack) => (
          <Skeleton key={pack} className="h-16" />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
      </div>
      <Skeleton className="h-24" />
      <Skeleton className="h-9 w-28" />
    </div>
  );
}
