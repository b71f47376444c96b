import { type ReactNode } from "react";

import { Breadcrumb, type Crumb } from "./breadcrumb";

type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  parents?: readonly Crumb[];
  /** One primary action at the right, at most a quiet one beside it. */
  action?: ReactNode;
};

export function PageHeader({ title, description, parents, action }: PageHeaderProps) {
  return (
    <header className="mb-8">
      {parents ? <Breadcrumb parents={parents} current={title} /> : null}
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl">{title}</h1>
          {description ? <p className="mt-1 max-w-[68ch] text-ink-muted">{description}</p> : null}
        </div>
        {action ? <div className="flex flex-wrap items-center gap-2">{action}</div> : null}
      </div>
    </header>
  );
}
