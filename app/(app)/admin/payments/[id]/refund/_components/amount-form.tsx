import Form from "next/form";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { RefundablePayment } from "@/lib/refunds/types";
import { formatMoney, minorDigitsOf } from "@/lib/shared/format";
import { toTypedMoney, type MoneyProblem } from "@/lib/shared/parse-money";
import { toRefundHref } from "../search-params";

interface AmountFormProps {
  payment: RefundablePayment;
  /** As it stands in the address; all that is left at first. */
  amount: string | null;
  credits: "claw_back" | "keep";
  problem: MoneyProblem | null;
}

/** What is wrong with an amount of this currency. */
function toProblemWords(problem: MoneyProblem, currency: string): string {
  const name = currency.toUpperCase();
  const digits = minorDigitsOf(currency);
  if (problem === "too_many_decimals")
    return digits === 0 ? `${name} has no decimals.` : `${name} has ${digits} decimals, not more.`;
  if (problem === "step") return `Stripe takes no ${name} amounts as fine as that.`;
  return "Type an amount above zero, with a point before the decimals and nothing else.";
}

const choices = [
  { value: "claw_back", label: "Take back", text: "in proportion; what was spent becomes debt" },
  { value: "keep", label: "Keep", text: "the money goes back, the credits stay" },
] as const;

/** The first step: how much, and what becomes of the credits. Both stand in the address. */
export function AmountForm({ payment, amount, credits, problem }: AmountFormProps) {
  const { id, leftMinor, currency } = payment;
  return (
    <Form action={toRefundHref(id)} scroll={false} className="flex flex-col gap-5">
      <Field
        name="amount"
        label={`Amount in ${currency.toUpperCase()}`}
        hint={`${formatMoney(leftMinor, currency)} can be refunded.`}
        errors={problem ? [toProblemWords(problem, currency)] : []}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            defaultValue={amount ?? toTypedMoney(leftMinor, currency)}
            className="max-w-56"
          />
        )}
      </Field>
      <fieldset>
        <legend className="text-sm font-medium">Credits of this payment</legend>
        <div className="mt-1.5 flex flex-col">
          {choices.map(({ value, label, text }) => (
            <label key={value} className="flex min-h-8 items-center gap-2.5">
              <input
                type="radio"
                name="credits"
                value={value}
                defaultChecked={credits === value}
                className="size-4 shrink-0 accent-accent"
              />
              <span>
                {label}, <span className="text-ink-muted">{text}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="secondary" className="self-start">
        Show what happens
      </Button>
    </Form>
  );
}
