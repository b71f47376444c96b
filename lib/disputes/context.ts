import type { AppContext } from "@/lib/context";

/** What writing about a dispute needs besides the transaction. */
export type DisputeContext = Pick<AppContext, "clock" | "appUrl">;
