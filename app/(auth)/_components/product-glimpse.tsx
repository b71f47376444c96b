import { CreditSplit } from "@/components/credits/credit-split";
import { toMilli } from "@/lib/shared/credits";
import { formatCredits } from "@/lib/shared/format";

const entries = [
  { what: "Image optimiser", note: "4.2 megapixels", credits: -10 },
  { what: "Bought 500 credits", note: "Never expire", credits: 500 },
  { what: "Text statistics", note: "3,120 characters", credits: -4 },
] as const;

/** Beside the form on wide screens: what waits inside, as it looks there. Decoration, so not read aloud. */
export function ProductGlimpse() {
  return (
    <aside
      aria-hidden="true"
      className="hidden border-l border-line bg-sunken lg:flex lg:flex-col lg:justify-center"
    >
      <div className="mx-auto w-full max-w-md px-10">
        <p className="text-2xl font-semibold tracking-tight text-balance">Know where every credit went.</p>
        <p className="mt-2 text-[0.9375rem] text-ink-muted">
          See the price before each run. Pay nothing when it fails.
        </p>
        <div className="mt-8 rounded-lg border border-line bg-surface shadow-raised">
          <div className="p-5">
            <p className="text-[0.8125rem] text-ink-muted">Your balance</p>
            <p data-figures className="mt-1 text-3xl font-semibold tracking-tight">
              {formatCredits(toMilli(1251))}
              <span className="ml-1.5 text-base font-normal text-ink-muted">credits</span>
            </p>
            <CreditSplit
              className="mt-4"
              balance={{ subscriptionMilli: toMilli(640), paygMilli: toMilli(611) }}
            />
          </div>
          <ul className="border-t border-line">
            {entries.map(({ what, note, credits }) => (
              <li
                key={what}
                className="flex items-baseline justify-between gap-4 border-b border-line px-5 py-3 last:border-b-0"
              >
                <span>
                  {what}
                  <span className="ml-2 text-[0.8125rem] text-ink-muted">{note}</span>
                </span>
                <span data-figures className={credits > 0 ? "font-medium text-positive" : "font-medium"}>
                  {credits > 0 ? "+" : ""}
                  {formatCredits(toMilli(credits))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </aside>
  );
}
