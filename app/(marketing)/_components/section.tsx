import { type ReactNode } from "react";

import { cn } from "@/components/ui/cn";

type SectionProps = { id?: string; title: string; lead?: ReactNode; className?: string; children: ReactNode };

/** A band of a marketing page under one heading. */
export function Section({ id, title, lead, className, children }: SectionProps) {
  return (
    <section id={id} className={cn("py-16 sm:py-24", className)}>
      <div className="page-width">
        <h2 className="max-w-[24ch] text-2xl sm:text-[2rem] sm:leading-tight">{title}</h2>
        {lead ? <p className="mt-3 max-w-[60ch] text-ink-muted sm:text-lg">{lead}</p> : null}
        <div className="mt-10">{children}</div>
      </div>
    </section>
  );
}
