import { prepareFulfilment } from "@/lib/checkout";
import type { Converger } from "../types";

/** Whatever a session's event says happened, the session itself says how things stand. */
export const convergeCheckout: Converger = async (ctx, sessionId) => {
  const write = await prepareFulfilment(ctx, sessionId);
  return async (tx) => {
    const { outcome } = await write(tx);
    return outcome === "foreign" ? { status: "ignored", note: "not our checkout" } : { status: "processed" };
  };
};
