import type { Db } from "@/lib/db";
import { ServiceSwitchedOff } from "./errors";
import { isSwitchedOff } from "./switch-queries";

/** Asked of the database each time: a switch counts from the moment on in which it is set. @throws ServiceSwitchedOff */
export async function requireSwitchedOn(db: Db, slug: string): Promise<void> {
  if (await isSwitchedOff(db, slug)) throw new ServiceSwitchedOff(slug);
}
