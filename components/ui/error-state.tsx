import { CircleAlert } from "lucide-react";
import { type ReactNode } from "react";

import { cn } from "./cn";

type ErrorStateProps = {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** Lets support find the log line of this very failure. */
  reference?: string | undefined;
  className?: string;
};

/** What happened, what was kept, what to do; in place of a block that could not be shown. */
export function ErrorState({ title, children, action, reference, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span className="flex size-10 items-center justify-center rounded-lg bg-danger-soft text-danger">
        <CircleAlert aria-hidden="true" className="size-5" />
      </span>
      <p className="mt-4 font-medium text-ink">{title}</p>
      <div className="mt-1 max-w-[48ch] text-ink-muted">{children}</div>
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {reference ? (
        <p className="mt-5 text-xs text-ink-muted">
          Reference <code className="font-mono">{reference}</code>
        </p>
      ) : null}
    </div>
  );
}
