import { Suspense, type ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { BlockBoundary } from "./block-boundary";

type BlockProps = {
  id: string;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  /** As high as what comes, so that nothing moves. */
  skeleton: string;
  className?: string;
  children: ReactNode;
};

/** A part of the page that comes, and may fail, by itself. */
export function Block({ id, title, description, action, skeleton, className, children }: BlockProps) {
  return (
    <Card
      id={id}
      aria-labelledby={`${id}-title`}
      className={cn("scroll-mt-20 print:break-inside-avoid print:border-0", className)}
    >
      <CardHeader id={`${id}-title`} title={title} description={description} action={action} />
      <CardBody>
        <BlockBoundary title={title}>
          <Suspense fallback={<Skeleton className={cn("w-full", skeleton)} />}>{children}</Suspense>
        </BlockBoundary>
      </CardBody>
    </Card>
  );
}
