import { type LucideIcon } from "lucide-react";
import { type ReactNode } from "react";

import { cn } from "./cn";

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** An empty list says what it will hold and what to do next. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span className="flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-ink-muted">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="mt-4 font-medium text-ink">{title}</p>
      <p className="mt-1 max-w-[44ch] text-ink-muted">{children}</p>
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
