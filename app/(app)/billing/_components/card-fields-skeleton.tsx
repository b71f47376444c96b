import { Skeleton } from "@/components/ui/skeleton";

function FieldSkeleton({ className = "" }: { className?: string }) {
  return (
    <div className={className}>
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-2 h-10 w-full rounded-md" />
    </div>
  );
}

/** Stripe's fields on their way: a number, a date and a code. */
export function CardFieldsSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the form"
      className="absolute inset-0 grid grid-cols-2 content-start gap-3 pt-1"
    >
      <FieldSkeleton className="col-span-2" />
      <FieldSkeleton />
      <FieldSkeleton />
    </div>
  );
}
