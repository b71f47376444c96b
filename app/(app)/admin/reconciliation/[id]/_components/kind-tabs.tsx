import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import type { RunDetail } from "@/lib/reconciliation";
import type { DifferenceKind } from "@/lib/reconciliation/types";
import { kindWords } from "../../_components/words";
import { toRepairHref, toRunHref } from "../../search-params";

type KindTabsProps = { runId: string; kinds: RunDetail["kinds"]; kind: DifferenceKind | null };

const wordsOf = (kind: string) => kindWords[kind as DifferenceKind];

/** What was found, kind by kind, and a way to repair all of the one that is shown. */
export function KindTabs({ runId, kinds, kind }: KindTabsProps) {
  if (kinds.length === 0) return null;
  const shown = kinds.find((one) => one.kind === kind);
  const all = kinds.reduce((sum, { found }) => sum + found, 0);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line p-3">
      <nav aria-label="Kinds of differences">
        <ul className="flex flex-wrap gap-1">
          <Tab href={toRunHref(runId)} here={kind === null} label="All" count={all} />
          {kinds.map((one) => (
            <Tab
              key={one.kind}
              href={toRunHref(runId, { kind: one.kind as DifferenceKind })}
              here={one.kind === kind}
              label={wordsOf(one.kind)}
              count={one.found}
            />
          ))}
        </ul>
      </nav>
      {shown && kind && shown.open > 0 ? (
        <LinkButton href={toRepairHref({ run: runId, kind })} size="sm" prefetch={false}>
          Repair all {shown.open}
        </LinkButton>
      ) : null}
    </div>
  );
}

type TabProps = { href: ReturnType<typeof toRunHref>; here: boolean; label: string; count: number };

function Tab({ href, here, label, count }: TabProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={here ? "page" : undefined}
        className={cn(
          "flex h-8 items-center gap-2 rounded-md px-3 text-ink-muted hover:bg-hover",
          here && "bg-hover font-medium text-ink",
        )}
      >
        {label} <span data-figures>{count}</span>
      </Link>
    </li>
  );
}
