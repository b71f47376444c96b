import { type ReactNode } from "react";

import { CopyButton } from "@/components/ui/copy-button";

import { Brand } from "./brand";

type StatusPageProps = {
  /** The HTTP status, where there is one. */
  code?: string;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** Lets support find the log line of this very failure. */
  reference?: string | undefined;
};

/** A page that stands in for the one asked for: what happened, what was kept, what to do. */
export function StatusPage({ code, title, children, action, reference }: StatusPageProps) {
  return (
    <main className="page-width flex min-h-dvh flex-col py-8 text-base">
      <Brand />
      <div className="flex max-w-xl flex-1 flex-col justify-center py-16">
        {code ? <p className="font-mono text-sm text-accent-ink">{code}</p> : null}
        <h1 className="mt-3 text-3xl tracking-[-0.025em] sm:text-4xl">{title}</h1>
        <div className="mt-4 text-ink-muted sm:text-lg">{children}</div>
        {action ? <div className="mt-8 flex flex-wrap gap-3">{action}</div> : null}
        {reference ? (
          <p className="mt-8 text-sm text-ink-muted">
            If you write to us, name this reference: <code className="font-mono text-ink">{reference}</code>{" "}
            <CopyButton value={reference} label="Copy the reference" />
          </p>
        ) : null}
      </div>
    </main>
  );
}
