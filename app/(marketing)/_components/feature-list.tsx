import { type LucideIcon } from "lucide-react";

export function FeatureList({ Icon, items }: { Icon: LucideIcon; items: readonly string[] }) {
  return (
    <ul className="my-6 flex flex-col gap-2.5 text-sm">
      {items.map((item) => (
        <li key={item} className="flex gap-2.5">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />
          {item}
        </li>
      ))}
    </ul>
  );
}
