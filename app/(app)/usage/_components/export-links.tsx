import { Download } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import type { UsageRange } from "../_range/read-search";
import { toExportHref, type UsageSearch } from "../search-params";

type ExportLinksProps = { search: UsageSearch; asked: UsageRange };

/** What is shown as a file. */
export function ExportLinks({ search, asked }: ExportLinksProps) {
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
