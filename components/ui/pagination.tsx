import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ComponentProps, type ReactNode } from "react";

import { Button } from "./button";
import { LinkButton } from "./link-button";

type Href = ComponentProps<typeof LinkButton>["href"];

type PaginationProps = {
  label: string;
  previousHref: Href | null;
  nextHref: Href | null;
  children?: ReactNode;
};

/** Keyset pages: there is a way back and a way on, and no page numbers to be wrong. */
export function Pagination({ label, previousHref, nextHref, children }: PaginationProps) {
  if (previousHref === null && nextHref === null && !children) return null;
  return (
    <nav
      aria-label={label}
      className="flex items-center justify-between gap-3 border-t border-line px-5 py-3"
    >
      <p className="text-ink-muted">{children}</p>
      <div className="flex gap-2">
        <Step href={previousHref}>
          <ChevronLeft aria-hidden="true" />
          Newer
        </Step>
        <Step href={nextHref}>
          Older
          <ChevronRight aria-hidden="true" />
        </Step>
      </div>
    </nav>
  );
}

function Step({ href, children }: { href: Href | null; children: ReactNode }) {
  if (href === null) {
    return (
      <Button variant="secondary" size="sm" disabled>
        {children}
      </Button>
    );
  }
  return (
    <LinkButton href={href} variant="secondary" size="sm">
      {children}
    </LinkButton>
  );
}
