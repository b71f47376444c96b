import { actionWords } from "@/app/(app)/admin/_components/action-words";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { auditActions } from "@/lib/audit/types";
import type { AuditSearch } from "../search-params";

const toDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
const label = "flex min-w-0 flex-col gap-1 text-[0.8125rem] text-ink-muted";

/** What is looked for lives in the address. Days are UTC days. */
export function AuditFilters({ search: { by, of, action, from, to } }: { search: AuditSearch }) {
  const filtered = [by, of, action, from, to].some(Boolean);
  return (
    <form
      role="search"
      action="/admin/audit"
      aria-label="Search the audit log"
      className="grid grid-cols-2 items-end gap-3 border-b border-line p-4 lg:grid-cols-[1fr_1.3fr_11rem_9rem_9rem_auto]"
    >
      <label className={`${label} max-lg:col-span-2`}>
        By whom
        <Input name="by" defaultValue={by} maxLength={200} placeholder="Address or id" autoComplete="off" />
      </label>
      <label className={`${label} max-lg:col-span-2`}>
        About whom or what
        <Input
          name="of"
          defaultValue={of}
          maxLength={200}
          placeholder="Address or any id"
          autoComplete="off"
        />
      </label>
      <label className={`${label} max-lg:col-span-2`}>
        What
        <Select name="action" defaultValue={action ?? ""}>
          <option value="">Everything</option>
          {auditActions.map((name) => (
            <option key={name} value={name}>
              {actionWords(name)}
            </option>
          ))}
        </Select>
      </label>
      <label className={label}>
        From (UTC)
        <Input type="date" name="from" defaultValue={toDay(from)} />
      </label>
      <label className={label}>
        To (UTC)
        <Input type="date" name="to" defaultValue={toDay(to)} />
      </label>
      <div className="col-span-2 flex gap-2 lg:col-span-1">
        <Button type="submit" variant="secondary">
          Search
        </Button>
        {filtered ? (
          <LinkButton href="/admin/audit" variant="ghost">
            Clear
          </LinkButton>
        ) : null}
      </div>
    </form>
  );
}
