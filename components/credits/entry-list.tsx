import { DateTime } from "@/components/ui/date-time";
import { type Entry } from "@/lib/credits/types";

import { CountsFrom } from "./counts-from";
import { CreditAmount } from "./credit-amount";
import { entryMeaning, entryTitle, entryWords } from "./entry-words";

/** The latest movements in a few lines; the whole of them is the history page's. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <EntryRow key={entry.seq.toString()} entry={entry} />
      ))}
    </ul>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const { Icon } = entryWords[entry.reason];
  const meaning = entryMeaning(entry);
  return (
    <li className="flex items-center gap-3 px-5 py-3">
      <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-hover text-ink-muted">
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{entryTitle(entry)}</span>
        <span className="block text-[0.8125rem] text-ink-muted">
          {meaning} · <DateTime value={entry.at} />
          <CountsFrom entry={entry} />
        </span>
      </span>
      <CreditAmount creditsMilli={entry.deltaMilli} signed className="font-medium" />
    </li>
  );
}
