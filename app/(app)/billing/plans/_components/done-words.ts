import { formatCredits } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import type { Done } from "../search-params";
import { toPlanTitle } from "./plan-words";

interface DoneWords {
  title: string;
  text: string;
}

/**
 * What was done a moment ago, as it shows in the plan. Null where the plan says otherwise by now: an old address must
 * not tell of what is no longer so.
 */
export function toDoneWords(done: Done, plan: Plan | null): DoneWords | null {
  if (!plan) return null;
  const title = toPlanTitle(plan);
  const credits = formatCredits(plan.creditsMilli);
  switch (done) {
    case "changed":
      return {
        title: `You are on ${title} now.`,
        text: `Your credits are here: from now on ${credits} come each month. The receipt is on its way to you.`,
      };
    case "planned":
      return plan.next && { title: "The change is planned.", text: `Until then you keep ${title}.` };
    case "undone":
      return plan.next
        ? null
        : { title: `You stay on ${title}.`, text: "The planned change was taken back." };
    case "canceled":
      return (
        plan.cancelsAt && {
          title: "Your plan is canceled.",
          text: "You pay nothing more. You can resume it until it ends.",
        }
      );
    case "resumed":
      return plan.cancelsAt
        ? null
        : { title: "Welcome back.", text: `${title} goes on and renews by itself.` };
  }
}
