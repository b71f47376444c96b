import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { SubscriptionRow } from "./repository";

export async function tellOfChange(
  _ctx: Pick<AppContext, "appUrl">,
  _tx: Db,
  _change: { before: SubscriptionRow | null; after: SubscriptionRow; fetchNumber: bigint },
): Promise<void> {}
