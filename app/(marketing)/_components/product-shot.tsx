"use client";

import { FileText, ImageDown } from "lucide-react";
import { useState } from "react";

import { CreditSplit } from "@/components/credits/credit-split";
import { Button } from "@/components/ui/button";
import { ChangeHighlight } from "@/components/ui/change-highlight";
import { Figure } from "@/components/ui/figure";
import { formatCredits } from "@/lib/shared/format";

import { openingAccount, spend } from "./demo-account";
import { DemoEntries } from "./demo-entries";

const runs = [
  { label: "Readability report", size: "24,000 characters", costMilli: 24_000n, Icon: FileText },
  { label: "Optimised photo", size: "18 megapixels", costMilli: 36_000n, Icon: ImageDown },
];

/** The product's own parts with example figures: pressing a button spends, as it would after signing up. */
export function ProductShot() {
  const [account, setAccount] = useState(openingAccount);
  const total = formatCredits(account.balance.totalMilli);

  return (
    <section aria-label="Try it with example figures" className="mt-12 -mb-px text-sm sm:mt-14">
      <div className="grid overflow-hidden rounded-t-xl border border-line bg-surface shadow-raised md:grid-cols-[5fr_4fr]">
        <div className="p-5 sm:p-8">
          <Figure
            label="Your balance"
            value={<ChangeHighlight value={total}>{total}</ChangeHighlight>}
            size="lg"
          />
          <CreditSplit balance={account.balance} className="mt-5" />
          <ul className="mt-8 divide-y divide-line border-y border-line">
            {runs.map((run) => (
              <li key={run.label} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                <run.Icon aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{run.label}</span>
                  <span className="block text-ink-muted">{run.size}</span>
                </span>
                <Button
                  variant="secondary"
                  size="sm"
                  disabled={account.balance.totalMilli < run.costMilli}
                  onClick={() => setAccount(spend(account, run))}
                >
                  Run for {formatCredits(run.costMilli)} credits
                </Button>
              </li>
            ))}
          </ul>
          <div className="mt-4 flex min-h-8 items-center justify-between gap-3 text-ink-muted">
            <p>Example figures. Press a button and watch where the credits come from.</p>
            {account === openingAccount ? null : (
              <Button variant="ghost" size="sm" onClick={() => setAccount(openingAccount)}>
                Start over
              </Button>
            )}
          </div>
        </div>
        <DemoEntries entries={account.entries} />
      </div>
    </section>
  );
}
