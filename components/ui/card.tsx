import { type ComponentProps } from "react";

import { cn } from "./cn";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("min-w-0 rounded-lg border border-line bg-surface", className)} />;
}

type CardHeaderProps = {
  title: string;
  description?: React.ReactNode;
  action?: React.ReactNode;
  id?: string;
};

export function CardHeader({ title, description, action, id }: CardHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-5">
      <div className="min-w-0">
        <h2 id={id} className="text-[0.9375rem]">
          {title}
        </h2>
        {description ? <p className="mt-0.5 text-ink-muted">{description}</p> : null}
      </div>
      {action}
    </div>
  );
}

export function CardBody({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={cn("p-5", className)} />;
}

/** The strip under a card's body: a note on the left, an action on the right. */
export function CardFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn(
        "flex flex-wrap items-center justify-between gap-3 rounded-b-lg border-t border-line bg-sunken px-5 py-3 text-ink-muted",
        className,
      )}
    />
  );
}
