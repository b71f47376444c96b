"use client";

import { X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { ChoiceSelect } from "@/app/(app)/admin/users/_components/choice-select";
import { SearchBox } from "@/components/forms/search-box";
import { SettledInput } from "@/components/forms/settled-input";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { filterParsers } from "../search-params";
import { declineCodes, filterChoices } from "./filter-choices";

// A changed filter starts again at the top, and asks Stripe only when told to again.
const parsers = { ...filterParsers, before: parseAsString, after: parseAsString, stripe: parseAsString };
const clearCursor = { before: null, after: null, stripe: null };

/** The search lives in the address, so that it can be kept, shared and gone back to. */
export function PaymentFilters({ amountProblem }: { amountProblem: string | null }) {
  const [loading, startTransition] = useTransition();
  const [filter, setFilter] = useQueryStates(parsers, { shallow: false, startTransition });
  const { q, amount, decline, from, to, status, kind, sort } = filter;
  const filtered =
    [q, amount, decline].some((text) => text !== "") ||
    [from, to, status, kind].some((choice) => choice !== null) ||
    sort !== "newest";
  return (
    <form
      role="search"
      action="/admin/payments"
      aria-label="Find payments"
      aria-busy={loading}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-2 border-b border-line p-3"
    >
      <SearchBox
        name="q"
        label="Person or id"
        placeholder="Address, name, payment id, pi_…, ch_…, in_…, sub_…, re_…, cs_…"
        value={q}
        loading={loading}
        onSettle={(text) => void setFilter({ q: text, ...clearCursor })}
      />
      <div className="grid grid-cols-2 gap-2 lg:flex lg:flex-wrap lg:items-center">
        <SettledInput
          name="amount"
          aria-label="Amount"
          placeholder="45.00 or 4500 jpy"
          autoComplete="off"
          maxLength={30}
          aria-invalid={amountProblem ? true : undefined}
          aria-describedby={amountProblem ? "amount-problem" : undefined}
          value={amount}
          onSettle={(text) => void setFilter({ amount: text, ...clearCursor })}
          className="lg:w-40"
        />
        <SettledInput
          name="decline"
          list="decline-codes"
          aria-label="Decline reason"
          placeholder="Decline reason"
          autoComplete="off"
          maxLength={60}
          value={decline}
          onSettle={(text) => void setFilter({ decline: text, ...clearCursor })}
          className="lg:w-44"
        />
        <datalist id="decline-codes">
          {declineCodes.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
        {filterChoices.map((choice) => (
          <ChoiceSelect
            key={choice.name}
            choice={choice}
            value={filter[choice.name]}
            onChoose={(value) => void setFilter({ [choice.name]: value, ...clearCursor })}
          />
        ))}
        <Input
          type="date"
          name="from"
          aria-label="First day (UTC)"
          value={from ?? ""}
          onChange={({ target }) => void setFilter({ from: target.value || null, ...clearCursor })}
          className="lg:w-36"
        />
        <Input
          type="date"
          name="to"
          aria-label="Last day (UTC)"
          value={to ?? ""}
          onChange={({ target }) => void setFilter({ to: target.value || null, ...clearCursor })}
          className="lg:w-36"
        />
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
      {amountProblem ? (
        <p id="amount-problem" role="alert" className="text-[0.8125rem] text-danger">
          {amountProblem}
        </p>
      ) : null}
    </form>
  );
}
