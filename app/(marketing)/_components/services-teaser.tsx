import { FileText, ImageDown, WholeWord } from "lucide-react";

import { Section } from "./section";

const services = [
  {
    Icon: FileText,
    title: "Text statistics and readability",
    text: "How hard a text is to read, where it drags, and how long it takes. Priced by its length.",
  },
  {
    Icon: ImageDown,
    title: "Image optimiser",
    text: "The same picture in a fraction of the bytes, with its size and quality under your control. Priced by its pixels.",
  },
  {
    Icon: WholeWord,
    title: "Word counter",
    text: "Words, characters and lines as you would count them. Free.",
  },
];

export function ServicesTeaser() {
  return (
    <Section
      title="Ready to use on the first day"
      lead="No set-up and no contract. Open a service, give it your file, and read the quote."
      className="border-y border-line bg-sunken"
    >
      <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3">
        {services.map(({ Icon, title, text }) => (
          <li key={title} className="bg-surface p-6">
            <Icon aria-hidden="true" className="size-5 text-accent-ink" />
            <h3 className="mt-4 text-base">{title}</h3>
            <p className="mt-1.5 text-[0.9375rem] text-ink-muted">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
