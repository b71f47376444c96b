import Link from "next/link";
import { Suspense } from "react";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { BlockProps } from "../_blocks/block-props";
import type { Comparison } from "@/components/ranges/comparison";
import type { ReadSearch } from "../_range/read-search";
import { CurrencyChoice, CurrencyNote } from "./currency-choice";
import { PresetLinks } from "./preset-links";
import { QuestionChoice } from "./question-choice";
import { QuestionForm } from "./question-form";

type QuestionBarProps = BlockProps & {
  read: ReadSearch;
  /** The zone of the admin's profile. */
  ownZone: string | null;
  notes: readonly string[];
};

const comparisonOptions: Readonly<Record<Comparison, string>> = {
  before: "vs before",
  year: "vs last year",
  none: "No comparison",
};

const bucketOptions = { day: "By day", week: "By week", month: "By month" };

/** Everything that is asked; all of it stands in the address. */
export function QuestionBar({ read, ownZone, notes, ...asked }: QuestionBarProps) {
  const { search, query } = asked;
  const zones = [...new Set(["UTC", ...(ownZone ? [ownZone] : []), query.zone])];
  return (
    <div className="mb-6 print:hidden">
      <Card aria-label="What is shown">
        <PresetLinks search={search} current={read.preset} />
        <QuestionForm typed={read.typed} rangeProblem={read.rangeProblem} period={read.preset}>
          <span aria-hidden="true" className="mx-1 hidden h-5 border-l border-line lg:block" />
          <QuestionChoice
            name="compare"
            label="Compared with"
            value={search.compare}
            options={comparisonOptions}
            className="sm:w-40"
          />
          <QuestionChoice
            name="by"
            label="Divided"
            value={search.by ?? ""}
            options={{
              "": search.by ? "Automatic" : `Auto: ${bucketOptions[query.bucket].toLowerCase()}`,
              ...bucketOptions,
            }}
            className="sm:w-40"
          />
          <QuestionChoice
            name="zone"
            label="Time zone"
            value={query.zone}
            options={Object.fromEntries(zones.map((zone) => [zone, zone.replaceAll("_", " ")]))}
            className="sm:w-30"
          />
          <Suspense fallback={<Skeleton className="h-10 rounded-md sm:h-9 sm:w-20" />}>
            <CurrencyChoice {...asked} />
          </Suspense>
        </QuestionForm>
      </Card>
      {notes.map((note) => (
        <p key={note} role="status" className="mt-3 text-[0.8125rem] text-warning">
          {note}
        </p>
      ))}
      <Suspense fallback={null}>
        <CurrencyNote {...asked} />
      </Suspense>
      {ownZone ? null : (
        <p className="mt-3 text-[0.8125rem] text-ink-muted">
          Days are those of UTC.{" "}
          <Link href="/settings/profile" className="text-accent-ink underline underline-offset-4">
            Set your time zone
          </Link>{" "}
          to see days as you live them.
        </p>
      )}
    </div>
  );
}
