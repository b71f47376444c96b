import { type ComponentProps } from "react";

import { cn } from "./cn";

type TableProps = ComponentProps<"table"> & { label: string };

/** Scrolls sideways inside its own box on narrow screens, and can be scrolled by keyboard there. */
export function Table({ label, className, ...props }: TableProps) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="relative w-full overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table {...props} className={cn("w-full border-collapse text-sm", className)} />
    </div>
  );
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody {...props} className={cn("divide-y divide-line", className)} />;
}

type RowProps = ComponentProps<"tr">;

export function TableRow({ className, ...props }: RowProps) {
  return <tr {...props} className={cn("hover:bg-sunken", className)} />;
}

type CellProps = ComponentProps<"td"> & { numeric?: boolean };

export function TableHeader({
  numeric = false,
  className,
  ...props
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...props}
      className={cn(
        "border-b border-line px-4 py-2.5 text-xs font-medium whitespace-nowrap text-ink-muted first:pl-5 last:pr-5",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export function TableCell({ numeric = false, className, ...props }: CellProps) {
  return (
    <td
      {...props}
      className={cn(
        "px-4 py-3 align-top first:pl-5 last:pr-5",
        numeric && "text-right whitespace-nowrap",
        className,
      )}
    />
  );
}
