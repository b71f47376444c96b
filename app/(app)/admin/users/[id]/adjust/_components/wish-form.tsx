import type { ReactNode } from "react";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { formatCredits } from "@/lib/shared/format";
import type { WishFields } from "./wish-fields";

const acts = [
  { act: "add", label: "Add credits" },
  { act: "remove", label: "Remove credits" },
  { act: "forgive", label: "Forgive debt" },
] as const;

interface WishFormProps {
  path: string;
  fields: WishFields;
  errors: Readonly<Record<string, string[] | undefined>>;
  debtMilli: bigint;
}

/** The first step: its fields are the address, so that a preview can be kept, shared and gone back to. */
export function WishForm({ path, fields, errors, debtMilli }: WishFormProps) {
  return (
    <form method="get" action={path} className="group/wish flex flex-col gap-4">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1.5 text-sm font-medium">What to do</legend>
        {acts
          .filter(({ act }) => act !== "forgive" || debtMilli > 0n || fields.act === "forgive")
          .map(({ act, label }) => (
            <label key={act} className="flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="act"
                value={act}
                defaultChecked={act === fields.act}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
      </fieldset>
      <Field
        name="amount"
        label="Credits"
        errors={errors.amount}
        hint={debtMilli > 0n ? `${formatCredits(debtMilli)} are owed.` : "For example 250 or 12.5."}
      >
        {(control) => (
          <Input
            {...control}
            defaultValue={fields.amount}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            className="max-w-48"
          />
        )}
      </Field>
      <OnlyFor act="add">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="lasts" label="How long they count">
            {(control) => (
              <Select {...control} defaultValue={fields.lasts}>
                <option value="forever">For ever</option>
                <option value="until">Until a day</option>
              </Select>
            )}
          </Field>
          <div className="group-has-[[value=forever]:checked]/wish:hidden">
            <Field name="expires" label="Last day (UTC)" errors={errors.expires}>
              {(control) => <Input {...control} type="date" defaultValue={fields.expires} />}
            </Field>
          </div>
        </div>
      </OnlyFor>
      <OnlyFor act="remove">
        <DebtChoice checked={fields.asDebt}>
          Make what is missing a debt, which the next credits repay
        </DebtChoice>
      </OnlyFor>
      <Field
        name="note"
        label="What the member reads"
        errors={errors.note}
        hint="Optional. One line in their history, which stays: no names or addresses."
      >
        {(control) => <Input {...control} defaultValue={fields.note} maxLength={120} autoComplete="off" />}
      </Field>
      <div>
        <Button type="submit" variant="secondary">
          Preview
        </Button>
      </div>
    </form>
  );
}

/** Without JavaScript too: shown while its act is chosen. */
function OnlyFor({ act, children }: { act: "add" | "remove"; children: ReactNode }) {
  const shown =
    act === "add"
      ? "group-has-[[value=add]:checked]/wish:block"
      : "group-has-[[value=remove]:checked]/wish:block";
  return <div className={`hidden ${shown}`}>{children}</div>;
}

export function DebtChoice({ checked, children }: { checked: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-6 items-start gap-2">
      <input type="checkbox" name="asDebt" defaultChecked={checked} className="mt-0.5 size-4 accent-accent" />
      <span>{children}</span>
    </label>
  );
}
