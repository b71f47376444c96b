import { formatMoney } from "@/lib/shared/format";

export interface PackOption {
  /** As the form sends it. */
  value: string;
  name: string;
  amountMinor: bigint;
  currency: string;
}

interface PackChoiceProps {
  packs: readonly PackOption[];
  value: string;
  errors: readonly string[];
}

/** One pack of those on sale, each with its price. */
export function PackChoice({ packs, value, errors }: PackChoiceProps) {
  return (
    <fieldset aria-describedby={errors.length > 0 ? "pack-error" : undefined} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Buy</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {packs.map((pack) => (
          <label
            key={pack.value}
            className="flex cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-2.5 hover:border-ink-muted has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="pack"
              value={pack.value}
              defaultChecked={pack.value === value}
              className="size-4 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{pack.name}</span>
              <span data-figures className="block text-[0.8125rem] text-ink-muted">
                {formatMoney(pack.amountMinor, pack.currency)}
              </span>
            </span>
          </label>
        ))}
      </div>
      {errors.length > 0 ? (
        <p id="pack-error" className="mt-1.5 text-[0.8125rem] text-danger">
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
