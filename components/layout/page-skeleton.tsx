import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

type PageSkeletonProps = {
  /** The heights of the blocks of each column, as classes: what comes must have the size of what was promised. */
  columns: readonly (readonly string[])[];
  grid: string;
  /** The page has a line under its title. */
  described?: boolean;
};

/** A page on its way: its header and blocks as quiet shapes. */
export function PageSkeleton({ columns, grid, described = false }: PageSkeletonProps) {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-8 pt-2">
        <Skeleton className="h-8 w-40" />
        {described ? <Skeleton className="mt-2 h-4 w-72 max-w-full" /> : null}
      </div>
      <div className={cn("grid items-start gap-6", grid)}>
        {columns.map((blocks, column) => (
          <div key={column} className="flex min-w-0 flex-col gap-6">
            {blocks.map((height, block) => (
              <Skeleton key={block} className={cn("rounded-lg", height)} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
