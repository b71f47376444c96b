"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ComponentProps, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { analyticsParsers } from "../search-params";

type QuestionFormProps = {
  /** What stands in the two fields, right or wrong. */
  typed: { from: string; to: string };
  rangeProblem: string | null;
  /** The preset goes along when no script sends the form. */
  period: string | null;
  /** The page that it is of. */
  action?: string;
  /** How the range is looked at. */
  children: ReactNode;
};

/** A range of one's own, and how it is looked at. Without a script it is sent as it is. */
export function QuestionForm({
  typed,
  rangeProblem,
  period,
  action = "/admin/analytics",
  children,
}: QuestionFormProps) {
  const [loading, startTransition] = useTransition();
  const [, setSearch] = useQueryStates(analyticsParsers, { shallow: false, startTransition });
  const submit: NonNullable<ComponentProps<"form">["onSubmit"]> = (event) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = fields.get(name);
      return typeof value === "string" ? value : "";
    };
    void setSearch({ period: null, from: text("from"), to: text("to") });
  };
  const problem = rangeProblem ? { "aria-invalid": true, "aria-describedby": "range-problem" } : {};
  return (
    <form
      action={action}
      aria-label="Range and comparison"
      aria-busy={loading}
      onSubmit={submit}
      className="flex flex-col gap-2 border-t border-line p-3"
    >
      {period ? <input type="hidden" name="period" value={period} /> : null}
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center">
        <Input
          {...problem}
          key={`from ${typed.from}`}
          type="date"
          name="from"
          aria-label="From"
          defaultValue={typed.from}
          className="sm:w-34 sm:px-2"
        />
        <Input
          {...problem}
          key={`to ${typed.to}`}
          type="date"
          name="to"
          aria-label="To"
          defaultValue={typed.to}
          className="sm:w-34 sm:px-2"
        />
        <Button type="submit" variant="secondary" className="col-span-2 h-10 sm:h-9">
          Show
          {loading ? <Spinner /> : null}
        </Button>
        {children}
      </div>
      {rangeProblem ? (
        <p id="range-problem" role="alert" className="text-[0.8125rem] text-danger">
          {rangeProblem} The usual range is shown meanwhile.
        </p>
      ) : null}
    </form>
  );
}
