import type { AppContext } from "@/lib/context";
import type { OpenedCheckout } from "./repository";
import type { Offer } from "./types";

export type CheckoutContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

/** An open checkout with what is needed to take it further. */
export type CheckoutStep = OpenedCheckout & { offer: Offer; stripeCustomerId: string };
