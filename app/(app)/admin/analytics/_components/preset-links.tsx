import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { presets, presetWords, type Preset } from "@/components/ranges/presets";
import { toAnalyticsHref, type AnalyticsSearch } from "../search-params";

type PresetLinksProps = { search: AnalyticsSearch; current: Preset | null };

/** The ranges that are asked for most; each link keeps everything else. */
export function PresetLinks({ search, current }: PresetLinksProps) {
  return (
    <nav aria-label="Range" className="overflow-x-auto">
      <ul className="flex min-w-max gap-1 p-1">
        {presets.map((preset) => (
          <li key={preset}>
            <Link
              href={toAnalyticsHref({ ...search, period: preset, from: "", to: "" })}
              prefetch={false}
              scroll={false}
              aria-current={preset === current ? "true" : undefined}
              className={cn(
                "flex h-8 items-center rounded-sm px-2.5 text-[0.8125rem] text-ink-muted -outline-offset-1! hover:bg-hover hover:text-ink",
                preset === current && "bg-accent-soft font-medium text-accent-ink",
              )}
            >
              {presetWords[preset]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
