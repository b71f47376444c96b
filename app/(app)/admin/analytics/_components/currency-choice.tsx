import type { BlockProps } from "../_blocks/block-props";
import { readCurrency } from "../_blocks/read-currency";
import { QuestionChoice } from "./question-choice";

/** One currency at a time, since they are never added together. */
export async function CurrencyChoice({ ctx, query, search }: BlockProps) {
  const { currency, currencies } = await readCurrency(ctx, query, search.currency);
  return (
    <QuestionChoice
      name="currency"
      label="Currency"
      value={currency}
      options={Object.fromEntries(currencies.map((code) => [code, code.toUpperCase()]))}
      className="sm:w-20"
    />
  );
}

/** Says when there is no money in the currency of the address. */
export async function CurrencyNote({ ctx, query, search }: BlockProps) {
  const { missing, currency } = await readCurrency(ctx, query, search.currency);
  if (!missing) return null;
  return (
    <p role="status" className="mt-3 text-[0.8125rem] text-warning">
      There is no money in “{missing}”. Shown is {currency.toUpperCase()}.
    </p>
  );
}
