import { Check } from "lucide-react";
import { type Route } from "next";

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";

type FirstStepsProps = { hasCredits: boolean; hasRun: boolean };

type Step = { title: string; text: string; done: boolean; action?: { label: string; href: Route } };

/** For a new account: what is done, and the one thing to do next. Gone once a service has run. */
export function FirstSteps({ hasCredits, hasRun }: FirstStepsProps) {
  const steps: Step[] = [
    { title: "Create your account", text: "Your e-mail address is confirmed.", done: true },
    {
      title: "Get credits",
      text: "Buy a pack once; its credits never expire.",
      done: hasCredits,
      action: { label: "Buy credits", href: "/credits/buy" },
    },
    {
      title: "Run your first service",
      text: "You see the price before, and a run that fails costs nothing.",
      done: hasRun,
      action: { label: "Choose a service", href: "/services" },
    },
  ];
  const next = steps.find((step) => !step.done);
  return (
    <Card aria-labelledby="first-steps">
      <CardHeader id="first-steps" title="First steps" description="Three, and the first is done." />
      <CardBody>
        <ol className="divide-y divide-line">
          {steps.map((step, index) => (
            <li
              key={step.title}
              className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0"
            >
              <StepMark number={index + 1} done={step.done} />
              <div className="min-w-48 flex-1">
                <p className={cn("font-medium", step.done && "text-ink-muted")}>{step.title}</p>
                <p className="text-ink-muted">{step.text}</p>
              </div>
              {step.action && !step.done ? (
                <LinkButton href={step.action.href} variant={step === next ? "primary" : "secondary"}>
                  {step.action.label}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

function StepMark({ number, done }: { number: number; done: boolean }) {
  return (
    <span
      className={cn(
        "flex size-7 shrink-0 items-center justify-center rounded-full text-xs font-semibold",
        done ? "bg-positive-soft text-positive" : "border border-line-strong text-ink-muted",
      )}
    >
      {done ? <Check aria-hidden="true" className="size-4" /> : number}
      {done ? <span className="sr-only">Done: </span> : null}
    </span>
  );
}
