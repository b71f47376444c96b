import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { Plan } from "@/lib/subscriptions/types";
import type { Person } from "@/lib/support/types";
import { toPlanTabHref } from "../acted";
import { PlanFacts } from "../../_components/plan-facts";

interface PlanActPageProps {
  title: string;
  person: Person;
  plan: Plan | null;
  own: boolean;
  /** Why this cannot be done as the plan stands. */
  refused?: { title: string; detail?: string } | null;
  children: ReactNode;
}

/** The frame of every page on which something is done to somebody's plan: the act, and the plan as it stands. */
export function PlanActPage({ title, person, plan, own, refused, children }: PlanActPageProps) {
  const back = toPlanTabHref(person.id);
  return (
    <>
      <PageHeader
        title={title}
        parents={[
          { label: "Users", href: "/admin/users" },
          { label: person.email, href: back },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {!plan || own ? (
            <Alert
              tone="warning"
              title={plan ? "This is your own plan." : "This person has no plan."}
              action={
                <LinkButton href={back} prefetch={false} variant="secondary" size="sm">
                  Back
                </LinkButton>
              }
            >
              {plan ? "Another admin does this for you, or you do it under Billing." : "It may have ended."}
            </Alert>
          ) : (
            <>
              {refused ? (
                <Alert tone="warning" title={refused.title}>
                  {refused.detail}
                </Alert>
              ) : null}
              {children}
            </>
          )}
        </div>
        {plan ? <PlanFacts plan={plan} narrow /> : null}
      </div>
    </>
  );
}
