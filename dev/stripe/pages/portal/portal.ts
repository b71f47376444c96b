import { type LocalResponse, redirect } from "../../server/messages";
import { StripeError } from "../../server/stripe-error";
import { messagePage } from "../message-page";
import { type PageHandler } from "../page-parts";
import { saveBilling, showBilling } from "./billing";
import { submitCancellation, showCancellation, takeBack } from "./cancellation";
import { addCard, defaultCard, finishCard, removeCard, showNewCard } from "./cards";
import { startOfFlow } from "./flow";
import { showHome } from "./home";
import { confirmPlan, showPlanPreview, showPlans } from "./plans";
import { inVisit, readVisit, type Visit } from "./visit";

type Step = (visit: Visit, id: string) => LocalResponse;

const STEPS: [method: string, path: RegExp, step: Step][] = [
  ["GET", /^$/, (visit) => home(visit)],
  ["GET", /^\/subscriptions\/(sub_\w+)\/cancel$/, showCancellation],
  ["POST", /^\/subscriptions\/(sub_\w+)\/cancel$/, submitCancellation],
  ["POST", /^\/subscriptions\/(sub_\w+)\/keep$/, takeBack],
  ["GET", /^\/subscriptions\/(sub_\w+)\/update$/, showPlans],
  ["GET", /^\/subscriptions\/(sub_\w+)\/confirm$/, showPlanPreview],
  ["POST", /^\/subscriptions\/(sub_\w+)\/confirm$/, confirmPlan],
  ["GET", /^\/cards\/new$/, showNewCard],
  ["POST", /^\/cards\/new$/, addCard],
  ["GET", /^\/cards\/(seti_\w+)\/finish$/, finishCard],
  ["POST", /^\/cards\/(pm_\w+)\/default$/, defaultCard],
  ["POST", /^\/cards\/(pm_\w+)\/remove$/, removeCard],
  ["GET", /^\/billing$/, showBilling],
  ["POST", /^\/billing$/, saveBilling],
];

/** Everything under `/p/session/…`. https://docs.stripe.com/customer-management */
export const handlePortal: PageHandler = (parts, request, id) => {
  const visit = readVisit(parts, request, id);
  if (!visit)
    return messagePage({ title: "No such page", text: "Ask the shop for a new link.", status: 404 });
  const path = request.path.slice(visit.base.length);
  const [, pattern, step] =
    STEPS.find(([method, steps]) => method === request.method && steps.test(path)) ?? [];
  if (!pattern || !step) {
    return messagePage({ title: "Page not found", text: "The portal has no such page.", status: 404 });
  }
  try {
    const answer = inVisit(visit, () => step(visit, pattern.exec(path)?.[1] ?? ""));
    parts.worker.kick();
    return answer;
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const action = { href: visit.base, label: "Back" };
    return messagePage({ title: "This cannot be done", text: error.message, status: error.status, action });
  }
};

function home(visit: Visit): LocalResponse {
  const start = startOfFlow(visit);
  return start === null ? showHome(visit) : redirect(start);
}
