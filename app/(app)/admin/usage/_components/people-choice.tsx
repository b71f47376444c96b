"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchBox } from "@/components/forms/search-box";
import { Select } from "@/components/ui/select";
import { usageMeasures, type UsageMeasure } from "@/lib/usage/types";
import { measures } from "./measure-words";

const parsers = {
  by: parseAsStringLiteral(usageMeasures).withDefault("credits"),
  q: parseAsString.withDefault(""),
};

/** What people are ranked by, and whom to look for; both stand in the address. */
export function PeopleChoice({ by, text }: { by: UsageMeasure; text: string }) {
  const [loading, startTransition] = useTransition();
  const [, choose] = useQueryStates(parsers, { shallow: false, scroll: false, startTransition });
  return (
    <div role="search" aria-label="Find people" className="mb-4 flex flex-col gap-2 sm:flex-row">
      <div className="flex-1">
        <SearchBox
          name="q"
          label="Address or name"
          placeholder="Address or name"
          value={text}
          loading={loading}
          onSettle={(q) => void choose({ q })}
        />
      </div>
      <Select
        key={by}
        aria-label="Ranked by"
        className="sm:w-44"
        defaultValue={by}
        onChange={({ target }) =>
          void choose({ by: usageMeasures.find((measure) => measure === target.value) ?? null })
        }
      >
        {usageMeasures.map((measure) => (
          <option key={measure} value={measure}>
            {measures[measure].choice}
          </option>
        ))}
      </Select>
    </div>
  );
}
