import { Download } from "lucide-react";
import { lengthOf } from "@/components/ranges/days";
import { buttonStyles } from "@/components/ui/button-styles";
import type { UsageRange } from "../_range/read-search";
import { toExportHref, type UsageSearch } from "../search-params";

type ExportLinksProps = { search: UsageSearch; asked: UsageRange };

/** A file holds a year. */
const longestDays = 366;

/** What is shown as a file. */
export function ExportLinks({ search, asked }: ExportLinksProps) {
  if (lengthOf(asked.range) > longestDays)
    return <p className="text-[0.8125rem] text-ink-muted">Choose at most a year to download it.</p>;
  return (["csv", "pdf"] as const).map((format) => (
    <a
      key={format}
      href={toExportHref(format, search, asked.range)}
      download
      aria-label={`Download as ${format.toUpperCase()}`}
      className={buttonStyles({ variant: "secondary" })}
    >
      <Download aria-hidden="true" />
      {format.toUpperCase()}
    </a>
  ));
}
