"use client";

import { X } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";

import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

import { filterParsers, kindChoices, movements } from "./history-search";
import { isFiltered } from "./to-entry-filter";
import { kindLabels, movementLabels } from "./filter-labels";

// A changed filter starts again at the newest entry: `before` and `after` go with every change.
const clearCursor = { before: null, after: null };
const parsers = { ...filterParsers, before: filterParsers.q, after: filterParsers.q };
const toDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";

/** The filters live in the address, so that a view can be kept, shared and gone back to. `path` is the page's. */
export function HistoryFilters({ path }: { path: string }) {
  const [loading, startTransition] = useTransition();
  const [filter, setFilter] = useQueryStates(parsers, { shallow: false, startTransition });
  const choose = (change: Partial<typeof filter>) => void setFilter({ ...change, ...clearCursor });

  return (
    <form
      role="search"
      action={path}
      aria-label="Filter the history"
      aria-busy={loading}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 items-end gap-2 border-b border-line p-3 lg:flex lg:items-center"
    >
      <div className="col-span-2 min-w-48 flex-1">
        <SearchBox
          name="q"
          label="Search descriptions and references"
          placeholder="Search"
          value={filter.q}
          loading={loading}
          onSettle={(q) => choose({ q })}
        />
      </div>
      <Select
        name="movement"
        aria-label="Movement"
        className="lg:w-40"
        value={filter.movement ?? ""}
        onChange={(event) =>
          choose({ movement: movements.find((name) => name === event.target.value) ?? null })
        }
      >
        <option value="">All movements</option>
        {movements.map((name) => (
          <option key={name} value={name}>
            {movementLabels[name]}
          </option>
        ))}
      </Select>
      <Select
        name="kind"
        aria-label="Kind of credits"
        className="lg:w-40"
        value={filter.kind ?? ""}
        onChange={(event) =>
          choose({ kind: kindChoices.find((name) => name === event.target.value) ?? null })
        }
      >
        <option value="">All kinds</option>
        {kindChoices.map((name) => (
          <option key={name} value={name}>
            {kindLabels[name]}
          </option>
        ))}
      </Select>
      <DayInput name="from" label="From" value={filter.from} onChange={(from) => choose({ from })} />
      <DayInput name="to" label="To" value={filter.to} onChange={(to) => choose({ to })} />
      {isFiltered(filter) ? (
        <Button variant="ghost" onClick={() => void setFilter(null)}>
          <X aria-hidden="true" />
          Clear
        </Button>
      ) : null}
      <noscript>
        <Button type="submit" variant="secondary">
          Apply
        </Button>
      </noscript>
    </form>
  );
}

type DayInputProps = {
  name: string;
  label: string;
  value: Date | null;
  onChange: (day: Date | null) => void;
};

function DayInput({ name, label, value, onChange }: DayInputProps) {
  return (
    <label className="flex flex-col gap-1 text-[0.8125rem] text-ink-muted lg:flex-row lg:items-center lg:gap-2">
      {label}
      <Input
        type="date"
        name={name}
        className="lg:w-36"
        value={toDay(value)}
        onChange={(event) => onChange(event.target.valueAsDate)}
      />
    </label>
  );
}
