import { type ReactNode } from "react";

type ProseProps = { title: string; lead: ReactNode; children: ReactNode };

/** A page of text at a readable measure. */
export function Prose({ title, lead, children }: ProseProps) {
  return (
    <article className="page-width py-16 sm:py-24">
      <div className="max-w-[68ch] [&_a]:text-accent-ink [&_a]:underline [&_a]:underline-offset-4 [&_h2]:mt-10 [&_h2]:text-xl [&_li]:mt-1.5 [&_p]:mt-3 [&_ul]:mt-3 [&_ul]:list-disc [&_ul]:pl-5">
        <h1 className="text-4xl tracking-[-0.025em]">{title}</h1>
        <div className="mt-4 text-lg text-ink-muted">{lead}</div>
        {children}
      </div>
    </article>
  );
}
