import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { type ReactNode } from "react";

import { cn } from "./cn";

const alertStyles = cva(
  "flex gap-3 rounded-md border px-4 py-3 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        info: "border-accent-ink/25 bg-accent-soft [&>svg]:text-accent-ink",
        positive: "border-positive/25 bg-positive-soft [&>svg]:text-positive",
        warning: "border-warning/25 bg-warning-soft [&>svg]:text-warning",
        danger: "border-danger/25 bg-danger-soft [&>svg]:text-danger",
      },
    },
    defaultVariants: { tone: "info" },
  },
);

const icons = { info: Info, positive: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

type AlertProps = VariantProps<typeof alertStyles> & {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A message in the page. `danger` is announced at once; the others wait their turn. */
export function Alert({ tone, title, children, action, className }: AlertProps) {
  const Icon = icons[tone ?? "info"];
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={cn(alertStyles({ tone }), className)}>
      <Icon aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">{title}</p>
        {children ? <div className="mt-0.5 break-words text-ink-muted">{children}</div> : null}
        {action ? <div className="mt-3 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
