import { type LocalResponse, redirect } from "../../server/messages";
import { messagePage } from "../message-page";
import { type Visit } from "./visit";

/** Where a session that is for one thing begins; null: at the home page. */
export function startOfFlow({ base, flow }: Visit): string | null {
  switch (flow?.type) {
    case "customer_update":
      return `${base}/billing`;
    case "payment_method_update":
      return `${base}/cards/new`;
    case "subscription_cancel":
      return `${base}/subscriptions/${flow.subscription_cancel?.subscription ?? ""}/cancel`;
    case "subscription_update":
      return `${base}/subscriptions/${flow.subscription_update?.subscription ?? ""}/update`;
    case "subscription_update_confirm": {
      const { items = [], subscription = "" } = flow.subscription_update_confirm ?? {};
      return `${base}/subscriptions/${subscription}/confirm?price=${items[0]?.price ?? ""}`;
    }
    default:
      return null;
  }
}

/** Something was done: on to the home page or, when it is what the session was for, to where the integration said. */
export function afterChange(visit: Visit, done: string): LocalResponse {
  const { base, engine, flow, session } = visit;
  if (!flow) return redirect(`${base}?done=${done}`);
  engine.store.objects.saveHidden(session.id, { flowDone: true });
  const { hosted_confirmation: confirmation, redirect: elsewhere, type } = flow.after_completion;
  if (type === "redirect" && elsewhere) return redirect(elsewhere.return_url);
  if (type === "hosted_confirmation") {
    const action = session.return_url ? { href: session.return_url, label: "Back to the shop" } : null;
    return messagePage({ title: "Done", text: confirmation?.custom_message ?? "It is done.", action });
  }
  return redirect(`${base}?done=${done}`);
}
