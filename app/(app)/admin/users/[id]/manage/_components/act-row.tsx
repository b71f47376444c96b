import type { ComponentProps, ReactNode } from "react";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { manageWords } from "./manage-words";

interface ActRowProps extends Pick<ComponentProps<typeof ActForm>, "action" | "label" | "variant"> {
  id: string;
  userId: string;
  title: string;
  /** How things stand. */
  state: ReactNode;
  /** What the act does, before anybody does it. */
  meaning: string;
  values?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** One act: how things stand, what it does, and why it is done. */
export function ActRow({ id, userId, title, state, meaning, values = {}, children, ...form }: ActRowProps) {
  return (
    <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[2fr_3fr]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {title} {state}
        </h3>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{meaning}</p>
      </div>
      <ActForm id={id} values={{ userId, ...values }} words={manageWords} {...form}>
        {children}
      </ActForm>
    </li>
  );
}
