"use client";

import { X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { recordTypes, statusChoices } from "@/lib/payments/types";
import { filterParsers } from "../search-params";
import { statusChoiceLabels, typeChoiceLabels } from "./record-words";

// A changed filter starts again at the newest record: `before` and `after` go with every change.
const parsers = { ...filterParsers, before: parseAsString, after: parseAsString };
const clearCursor = { before: null, after: null };

/** The filters live in the address, so that a view can be kept, shared and gone back to. */
export function BillingFilters() {
  const [loading, startTransition] = useTransition();
  const [{ type, status }, setFilter] = useQueryStates(parsers, { shallow: false, startTransition });
  return (
    <form
      role="search"
      action="/billing/history"
      aria-label="Filter the payments"
      aria-busy={loading}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 items-center gap-2 border-b border-line p-3 sm:flex"
    >
      <Select
        name="type"
        aria-label="Type"
        className="sm:w-40"
        value={type ?? ""}
        onChange={({ target }) =>
          void setFilter({ type: recordTypes.find((name) => name === target.value) ?? null, ...clearCursor })
        }
      >
        <option value="">All types</option>
        {recordTypes.map((name) => (
          <option key={name} value={name}>
            {typeChoiceLabels[name]}
          </option>
        ))}
      </Select>
      <Select
        name="status"
        aria-label="Status"
        className="sm:w-40"
        value={status ?? ""}
        onChange={({ target }) =>
          void setFilter({
            status: statusChoices.find((name) => name === target.value) ?? null,
            ...clearCursor,
          })
        }
      >
        <option value="">All statuses</option>
        {statusChoices.map((name) => (
          <option key={name} value={name}>
            {statusChoiceLabels[name]}
          </option>
        ))}
      </Select>
      {type || status ? (
        <Button variant="ghost" onClick={() => void setFilter(null)}>
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
