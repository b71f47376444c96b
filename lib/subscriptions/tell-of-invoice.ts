import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";

export async function tellOfInvoice(
  _ctx: Pick<AppContext, "appUrl">,
  _tx: Db,
  _matter: unknown,
): Promise<void> {}
