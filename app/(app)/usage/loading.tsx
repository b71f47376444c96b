import { Skeleton } from "@/components/ui/skeleton";

export default function UsageLoading() {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-8 pt-2">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="mt-2 h-4 w-144 max-w-full" />
      </div>
      <Skeleton className="mb-6 h-68 rounded-lg sm:h-26" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Skeleton className="h-64 rounded-lg sm:h-34" />
          <Skeleton className="h-104 rounded-lg" />
          <div className="grid gap-6 md:grid-cols-2">
            <Skeleton className="h-72 rounded-lg" />
            <Skeleton className="h-72 rounded-lg" />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Skeleton className="h-44 rounded-lg" />
          <Skeleton className="h-120 rounded-lg" />
        </div>
      </div>
    </div>
  );
}
