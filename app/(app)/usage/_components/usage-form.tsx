"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ComponentProps, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { usageParsers } from "../search-params";

type UsageFormProps = {
  /** What stands in the two fields, right or wrong. */
  typed: { from: string; to: string };
  problem: string | null;
  /** The preset goes along when no script sends the form. */
  period: string | null;
  /** The filters. */
  children: ReactNode;
};

/** A range of one's own and what is looked at in it. Without a script it is sent as it is. */
export function UsageForm({ typed, problem, period, children }: UsageFormProps) {
  const [loading, startTransition] = useTransition();
  const [, setSearch] = useQueryStates(usageParsers, { shallow: false, startTransition });
  const submit: NonNullable<ComponentProps<"form">["onSubmit"]> = (event) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = fields.get(name);
      return typeof value === "string" ? value : "";
    };
    void setSearch({ period: null, from: text("from"), to: text("to") });
  };
  const wrong = problem ? { "aria-invalid": true, "aria-describedby": "range-problem" } : {};
  return (
    <form
      action="/usage"
      aria-label="Range and filters"
      aria-busy={loading}
      onSubmit={submit}
      className="flex flex-col gap-2 border-t border-line p-3"
    >
      {period ? <input type="hidden" name="period" value={period} /> : null}
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center">
        <DayInput {...wrong} name="from" label="From" value={typed.from} />
        <DayInput {...wrong} name="to" label="To" value={typed.to} />
        <Button type="submit" variant="secondary" className="col-span-2 h-10 sm:h-9">
          Show
          {loading ? <Spinner /> : null}
        </Button>
        <span aria-hidden="true" className="mx-1 hidden h-5 border-l border-line lg:block" />
        {children}
      </div>
      {problem ? (
        <p id="range-problem" role="alert" className="text-[0.8125rem] text-danger">
          {problem} The usual range is shown meanwhile.
        </p>
      ) : null}
    </form>
  );
}

type DayInputProps = Omit<ComponentProps<typeof Input>, "value"> & { label: string; value: string };

function DayInput({ label, value, ...props }: DayInputProps) {
  return (
    <Input
      {...props}
      key={value}
      type="date"
      aria-label={label}
      defaultValue={value}
      className="sm:w-34 sm:px-2"
    />
  );
}
