"use client";

import type { Route } from "next";
import { X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SettledInput } from "@/components/forms/settled-input";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";

/** One thing that a list can be narrowed by. The page reads what stands in the address; this only writes it. */
export type ListFilter = { name: string; label: string } & (
  | { control: "choice"; all: string; options: Readonly<Record<string, string>> }
  | { control: "text"; placeholder: string }
  | { control: "day" }
);

type ListFiltersProps = { path: Route; label: string; filters: readonly ListFilter[] };

const clearCursor = { before: null, after: null };

/** The filters live in the address, so that a view can be kept, shared and gone back to. Works without JavaScript. */
export function ListFilters({ path, label, filters }: ListFiltersProps) {
  const [loading, startTransition] = useTransition();
  const names = [...filters.map(({ name }) => name), "before", "after"];
  const parsers = Object.fromEntries(names.map((name) => [name, parseAsString]));
  const [values, setValues] = useQueryStates(parsers, { shallow: false, startTransition });
  const set = (name: string, value: string) => void setValues({ ...clearCursor, [name]: value || null });
  const filtered = filters.some(({ name }) => values[name] !== null);
  return (
    <form
      role="search"
      action={path}
      aria-label={label}
      aria-busy={loading}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 items-center gap-2 border-b border-line p-3 sm:flex sm:flex-wrap"
    >
      {filters.map((filter) => (
        <FilterControl
          key={filter.name}
          filter={filter}
          value={values[filter.name] ?? ""}
          onSet={(value) => set(filter.name, value)}
        />
      ))}
      {filtered ? (
        <Button variant="ghost" onClick={() => void setValues(null)}>
          <X aria-hidden="true" />
          Clear
        </Button>
      ) : null}
      {loading ? <Spinner className="text-ink-muted" /> : null}
      <noscript>
        <Button type="submit" variant="secondary">
          Apply
        </Button>
      </noscript>
    </form>
  );
}

interface FilterControlProps {
  filter: ListFilter;
  value: string;
  onSet: (value: string) => void;
}

function FilterControl({ filter, value, onSet }: FilterControlProps) {
  const { name, label } = filter;
  if (filter.control === "choice") {
    return (
      <Select
        name={name}
        aria-label={label}
        className="sm:w-36"
        value={Object.hasOwn(filter.options, value) ? value : ""}
        onChange={({ target }) => onSet(target.value)}
      >
        <option value="">{filter.all}</option>
        {Object.entries(filter.options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </Select>
    );
  }
  if (filter.control === "day") {
    return (
      <label className="flex items-center gap-2 text-[0.8125rem] text-ink-muted">
        {label}
        <Input
          type="date"
          name={name}
          value={value}
          onChange={({ target }) => onSet(target.value)}
          className="sm:w-38"
        />
      </label>
    );
  }
  return (
    <SettledInput
      type="search"
      name={name}
      aria-label={label}
      placeholder={filter.placeholder}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={value}
      onSettle={onSet}
      className="col-span-2 sm:w-48"
    />
  );
}
