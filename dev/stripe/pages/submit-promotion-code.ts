import { clockOfObject } from "../engine/clock-of";
import { applyCode, removeCode } from "../engine/discounts/apply-code";
import { Engine } from "../engine/engine";
import { redirect } from "../server/messages";
import { type PageHandler } from "./page-parts";

/** `Apply` and `Remove promotion code` on the checkout page. A refused code comes back with its reason. */
export const submitPromotionCode: PageHandler = (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const page = `/c/pay/${id}`;
  const session = engine.store.objects.find("checkout.session", id);
  if (session?.status !== "open") return redirect(page);
  const sent = new URLSearchParams(request.body);
  const typed = (sent.get("promotion_code") ?? "").trim().slice(0, 200);
  const problem = engine.store.transaction(() =>
    engine.inTimeOf(clockOfObject(engine.store, id), () => {
      if (!sent.has("remove")) return applyCode(engine, session, typed);
      removeCode(engine, session);
      return null;
    }),
  );
  parts.worker.kick();
  return redirect(problem ? `${page}?${new URLSearchParams({ code: typed, problem }).toString()}` : page);
};
