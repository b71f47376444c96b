import Link from "next/link";
import { presetWords } from "@/components/ranges/presets";
import { cn } from "@/components/ui/cn";
import type { UsagePreset } from "../_range/read-search";
import { toUsageHref, usagePresets, type UsageSearch } from "../search-params";

type PresetLinksProps = { search: UsageSearch; current: UsagePreset | null };

/** The ranges that are asked for most; each link keeps everything else. */
export function PresetLinks({ search, current }: PresetLinksProps) {
  return (
    <nav aria-label="Range" className="overflow-x-auto">
      <ul className="flex min-w-max gap-1 p-1">
        {usagePresets.map((preset) => (
          <li key={preset}>
            <Link
              href={toUsageHref({ ...search, period: preset, from: "", to: "" })}
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
