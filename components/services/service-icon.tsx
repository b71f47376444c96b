import { ChartNoAxesColumn, FileText, Hash, ImageDown, Sparkles, Type, type LucideIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ServiceIcon as IconName } from "@/lib/services/types";

const icons: Record<IconName, LucideIcon> = {
  chart: ChartNoAxesColumn,
  count: Hash,
  file: FileText,
  image: ImageDown,
  spark: Sparkles,
  text: Type,
};

export function ServiceIcon({ name, className }: { name: IconName; className?: string }) {
  const Icon = icons[name];
  return (
    <span
      aria-hidden="true"
      className={cn(
        "flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-ink",
        className,
      )}
    >
      <Icon className="size-5" />
    </span>
  );
}
