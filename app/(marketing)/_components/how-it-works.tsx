import { Section } from "./section";

const steps = [
  {
    title: "Get credits",
    text: "Take a plan that brings credits every month, or buy a pack once. You can have both.",
  },
  {
    title: "See the price, then run",
    text: "Give a service your text or image and it quotes the exact cost. Nothing is taken until you say run.",
  },
  {
    title: "Know where it went",
    text: "Each run shows what was taken, from which kind of credits, and what is left. The history keeps it all.",
  },
];

export function HowItWorks() {
  return (
    <Section id="how-it-works" title="Three steps, no surprises">
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title} className="border-t border-line pt-5">
            <span aria-hidden="true" data-figures className="font-mono text-sm text-accent-ink">
              {index + 1}
            </span>
            <h3 className="mt-3 text-lg">{step.title}</h3>
            <p className="mt-2 text-ink-muted">{step.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
