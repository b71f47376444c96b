import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PackForSale } from "@/lib/catalog/types";
import { formatMoney } from "@/lib/shared/format";

type WishFormProps = { id: string; person: string; pack: string; packs: readonly PackForSale[] };

/** A plain form whose fields are the address: it previews, and works without a script. */
export function WishForm({ id, person, pack, packs }: WishFormProps) {
  return (
    <form
      action="/admin/reconciliation/investigate"
      aria-label="Register"
      className="flex flex-wrap items-end gap-4"
    >
      <input type="hidden" name="id" value={id} />
      <div className="min-w-64 flex-1">
        <Field name="person" label="Member" hint="The whole address, or the user id.">
          {(control) => (
            <Input
              key={person}
              {...control}
              defaultValue={person}
              autoComplete="off"
              maxLength={254}
              required
            />
          )}
        </Field>
      </div>
      {packs.length > 0 ? (
        <div className="min-w-56">
          <Field name="pack" label="What it paid for" hint="Decides the credits.">
            {(control) => (
              <Select key={pack} {...control} defaultValue={pack} required>
                <option value="">Choose…</option>
                {packs.map(({ name, price }) => (
                  <option key={price.lookupKey} value={price.lookupKey}>
                    {name}, {formatMoney(price.amountMinor, price.currency)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      ) : null}
      <Button type="submit" variant="secondary" className="mb-6">
        Preview
      </Button>
    </form>
  );
}
