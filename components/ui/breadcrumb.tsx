import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { type ComponentProps } from "react";

export type Crumb = { label: string; href: ComponentProps<typeof Link>["href"] };

type BreadcrumbProps = { parents: readonly Crumb[]; current: string };

export function Breadcrumb({ parents, current }: BreadcrumbProps) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-[0.8125rem] text-ink-muted">
        {parents.map((crumb) => (
          <li key={crumb.label} className="flex max-w-full min-w-0 items-center gap-1.5">
            <Link href={crumb.href} className="truncate rounded-xs py-1 hover:text-ink">
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
          </li>
        ))}
        <li aria-current="page" className="truncate text-ink">
          {current}
        </li>
      </ol>
    </nav>
  );
}
