import type { Route } from "next";
import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import type { Plan } from "@/lib/subscriptions/types";

/** What an admin has just done to a plan, as the address of its tab says it. */
const planActs = [
  ...(["canceled", "resumed", "ended", "ending", "changed", "planned", "change-undone"] as const),
  ...(["change-refused", "change-unconfirmed", "trial-extended", "paused", "unpaused"] as const),
] as const;
export type PlanAct = (typeof planActs)[number];

const parsers = { tab: parseAsStringLiteral(["subscription"]), acted: parseAsStringLiteral(planActs) };

export const loadActed = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toPlanTabHref = (userId: string, acted?: PlanAct): Route =>
  serialize(`/admin/users/${userId}`, { tab: "subscription", acted: acted ?? null });

interface ActedWords {
  tone: "positive" | "warning" | "info";
  title: string;
  text?: string;
}

const good = (title: string, text?: string): ActedWords => ({
  ...{ tone: "positive", title },
  ...(text ? { text } : {}),
});

const told = "The member is told by mail.";

/** What to say of it. Null where the plan says otherwise by now: an old address must not tell of what is no longer so. */
export function toActedWords(act: PlanAct, plan: Plan | null): ActedWords | null {
  switch (act) {
    case "canceled":
      return plan?.cancelsAt
        ? good("Future periods are canceled.", `${told} It can be taken back until then.`)
        : null;
    case "resumed":
      return plan && !plan.cancelsAt ? good("The plan renews again.", told) : null;
    case "ended":
      return plan ? null : good("The plan has ended.", told);
    case "ending":
      return {
        ...{ tone: "info", title: "The end is written down." },
        text: "Stripe has not answered yet; it is asked again by itself, and nothing has to be done.",
      };
    case "changed":
      return plan && good(`The plan is ${plan.planName} now.`, told);
    case "planned":
      return plan?.next ? good(`${plan.next.planName} follows at the end of the period.`, told) : null;
    case "change-undone":
      return plan && !plan.next ? good("The planned change was taken back.", told) : null;
    case "change-refused":
      return {
        ...{ tone: "warning", title: "The bank did not pay for the change." },
        text: "The plan stays as it was. The payments of this person say why.",
      };
    case "change-unconfirmed":
      return {
        ...{ tone: "warning", title: "The member has to confirm the payment at their bank." },
        text: "The plan stays as it was: let them change it themselves.",
      };
    case "trial-extended":
      return plan?.status === "trialing" ? good("The trial lasts longer.", told) : null;
    case "paused":
      return plan?.paused ? good("The plan is paused.") : null;
    case "unpaused":
      return plan && !plan.paused ? good("The plan is billed again.") : null;
  }
}
