import { Plus } from "lucide-react";

import { Section } from "./section";

const questions = [
  {
    question: "What is a credit worth?",
    answer:
      "It depends on how you get it: larger packs and plans cost less per credit. The price per credit stands beside each of them on the pricing page.",
  },
  {
    question: "Do credits expire?",
    answer:
      "Credits you buy in a pack never expire. Credits of a plan last until the end of the month they were paid for, and the date is always shown.",
  },
  {
    question: "What happens when I run out?",
    answer:
      "A run you cannot afford does not start. You see what it needs, what you have and what is missing, and nothing is taken.",
  },
  {
    question: "What if a service fails?",
    answer: "You are not charged. The credits set aside for the run go back to exactly where they came from.",
  },
  {
    question: "How do I pay?",
    answer:
      "On a page of Stripe, by card. Card numbers never reach our servers, and credits are on your account the moment the payment is confirmed.",
  },
];

/** Plain details elements: they open without JavaScript and can be found by the browser's own search. */
export function Questions() {
  return (
    <Section id="questions" title="Questions people ask" className="border-t border-line">
      <div className="max-w-3xl divide-y divide-line border-y border-line">
        {questions.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex list-none items-center justify-between gap-4 rounded-md py-4 font-medium">
              {question}
              <Plus
                aria-hidden="true"
                className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-45"
              />
            </summary>
            <p className="max-w-[66ch] pb-5 text-ink-muted">{answer}</p>
          </details>
        ))}
      </div>
    </Section>
  );
}
