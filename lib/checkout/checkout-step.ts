import type { PackForSale } from "@/lib/catalog/types";
import type { AppContext } from "@/lib/context";
import type { OpenedCheckout } from "./repository";

export type CheckoutContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

/** An open checkout with what is needed to take it further. */
export type CheckoutStep = OpenedCheckout & { pack: PackForSale; stripeCustomerId: string };
