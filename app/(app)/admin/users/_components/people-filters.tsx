"use client";

import { X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
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
      <SearchBox
        name="q"
        label="Address, name or id"
        placeholder="Address, name, user or payment id, cus_…, pi_…, in_…"
        value={q}
        loading={loading}
        onSettle={(text) => void setFilter({ q: text, ...clearCursor })}
      />
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
