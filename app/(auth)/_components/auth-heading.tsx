import type { ReactNode } from "react";

export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-7">
      <h1 className="text-2xl">{title}</h1>
      {children ? <p className="mt-2 text-[0.9375rem] break-words text-ink-muted">{children}</p> : null}
    </header>
  );
}
