import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** Any of Stripe's ids: what it is, whose, and what can be done. A plain form: it works without a script. */
export function IdForm({ id = "" }: { id?: string }) {
  return (
    <form
      action="/admin/reconciliation/investigate"
      role="search"
      aria-label="Investigate an id"
      className="flex gap-2 p-5"
    >
      <Input
        name="id"
        aria-label="Stripe id"
        placeholder="pi_…, ch_…, in_…, sub_…, re_…, dp_…, cs_…, cus_…, evt_…"
        defaultValue={id}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        required
        className="font-mono"
      />
      <Button type="submit" variant="secondary">
        Investigate
      </Button>
    </form>
  );
}
