import { Suspense, type ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { BlockBoundary } from "@/components/layout/block-boundary";
import type { Term } from "./glossary";
import { Terms } from "./terms";

type BlockProps = {
  id: string;
  title: string;
  description?: ReactNode;
  /** Comes by itself, as small as a line. */
  action?: ReactNode;
  terms?: readonly Term[];
  /** As high as what comes, so that nothing moves. */
  skeleton: string;
  children: ReactNode;
};

/** A part of the page that comes, and may fail, by itself. */
export function Block({ id, title, description, action, terms, skeleton, children }: BlockProps) {
  return (
    <Card
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-20 print:break-inside-avoid print:border-0"
    >
      <CardHeader
        id={`${id}-title`}
        title={title}
        description={description}
        action={<Suspense fallback={null}>{action}</Suspense>}
      />
      <CardBody>
        <BlockBoundary title={title}>
          <Suspense fallback={<Skeleton className={cn("w-full", skeleton)} />}>{children}</Suspense>
        </BlockBoundary>
      </CardBody>
      {terms ? <Terms terms={terms} of={title} /> : null}
    </Card>
  );
}
