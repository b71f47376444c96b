import Link from "next/link";
import { formatCount } from "@/lib/shared/format";
import type { UsageRange } from "@/lib/usage/types";
import { toMonitoringHref, type MonitoringSearch } from "../search-params";

type PeopleFooterProps = {
  search: MonitoringSearch;
  range: UsageRange;
  /** How many are shown, how many can be, and how many fit. */
  shown: number;
  listed: number;
  found: number;
};

const linkStyle = "text-accent-ink underline underline-offset-4";

/** How many there are, and the ways to see more of them. */
export function PeopleFooter({ search, range, shown, listed, found }: PeopleFooterProps) {
  return (
    <p className="border-t border-line px-5 py-3 text-ink-muted">
      {listed > shown ? (
        <>
          <Link
            href={toMonitoringHref({ ...search, people: "all" })}
            prefetch={false}
            scroll={false}
            className={linkStyle}
          >
            Show the first {formatCount(listed)}
          </Link>{" "}
          of {formatCount(found)}.{" "}
        </>
      ) : null}
      {listed === shown && found > shown
        ? `The first ${formatCount(shown)} of ${formatCount(found)}. Search for anybody else. `
        : null}
      <a
        href={`/admin/usage/export?what=people&from=${range.from}&to=${range.to}`}
        download
        className={linkStyle}
      >
        Everybody as CSV
      </a>
      . A run by the API counts as a run, and as a call.
    </p>
  );
}
