import { prepareFulfilment } from "@/lib/checkout";
import type { EventHandler } from "../types";

/** Whatever a session's event says happened, the session itself says how things stand. */
export const convergeCheckout: EventHandler = async (ctx, { objectId }) => {
  if (!objectId) return () => Promise.resolve({ status: "ignored", note: "names no session" });
  const converge = await prepareFulfilment(ctx, objectId);
  return async (tx) => {
    const { outcome } = await converge(tx);
    return outcome === "foreign" ? { status: "ignored", note: "not our checkout" } : { status: "processed" };
  };
};
