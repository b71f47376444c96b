"use client";

import { Search, X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SettledInput } from "@/components/forms/settled-input";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { filterParsers } from "../search-params";
import { ChoiceSelect } from "./choice-select";
import { filterChoices } from "./filter-choices";

// A changed filter starts again at the top: `before` and `after` go with every change.
const parsers = { ...filterParsers, before: parseAsString, after: parseAsString };
const clearCursor = { before: null, after: null };

/** The search lives in the address, so that it can be kept, shared and gone back to. */
export function PeopleFilters() {
  const [loading, startTransition] = useTransition();
  const [filter, setFilter] = useQueryStates(parsers, { shallow: false, startTransition });
  const { q, sort, plan, status, verified, suspended } = filter;
  const filtered =
    q !== "" || sort !== "newest" || [plan, status, verified, suspended].some((x) => x !== null);
  return (
    <form
      role="search"
      action="/admin/users"
      aria-label="Find people"
      aria-busy={loading}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-2 border-b border-line p-3"
    >
      <div className="relative">
        <span aria-hidden="true" className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-muted">
          {loading ? <Spinner /> : <Search className="size-4" />}
        </span>
        <SettledInput
          type="search"
          name="q"
          aria-label="Address, name or id"
          placeholder="Address, name, user or payment id, cus_…, pi_…, in_…"
          autoComplete="off"
          maxLength={100}
          value={q}
          onSettle={(text) => void setFilter({ q: text, ...clearCursor })}
          className="pl-9"
        />
      </div>
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        {filterChoices.map((choice) => (
          <ChoiceSelect
            key={choice.name}
            choice={choice}
            value={filter[choice.name]}
            onChoose={(value) => void setFilter({ [choice.name]: value, ...clearCursor })}
          />
        ))}
        {filtered ? (
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
      </div>
    </form>
  );
}
