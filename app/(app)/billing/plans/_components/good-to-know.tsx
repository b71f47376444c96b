import { ArrowUpDown, CalendarClock, Layers, Undo2, type LucideIcon } from "lucide-react";

const facts: { Icon: LucideIcon; title: string; text: string }[] = [
  {
    Icon: Layers,
    title: "Spent first",
    text: "Credits of a plan go before those of packs, because they expire.",
  },
  {
    Icon: CalendarClock,
    title: "New every month",
    text: "At the end of a month what is left of its credits expires, and the next ones come. Of a yearly plan, too.",
  },
  {
    Icon: ArrowUpDown,
    title: "Up now, down later",
    text: "An upgrade counts at once and you pay the difference. All other changes wait until what you paid for is over.",
  },
  {
    Icon: Undo2,
    title: "Cancel any time",
    text: "You keep plan and credits to the end of what you paid for, and can change your mind until then.",
  },
];

/** What happens to credits and money with a plan. */
export function GoodToKnow() {
  return (
    <ul className="mt-10 grid gap-x-6 gap-y-5 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(({ Icon, title, text }) => (
        <li key={title} className="flex gap-3">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
          <div>
            <p className="font-medium">{title}</p>
            <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
