import type { Db } from "@/lib/db";
import { isActiveAdmin } from "@/lib/users";
import { RequesterNoAdmin } from "./errors";

/** Four eyes are those of two admins, also at the moment of the approval. @throws RequesterNoAdmin */
export async function assertRequesterIsAdmin(db: Db, requestedById: string): Promise<void> {
  if (!(await isActiveAdmin(db, requestedById))) throw new RequesterNoAdmin();
}
