import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { Done } from "../search-params";
import { toPlansHref } from "../search-params";

/** Back to the plans, which say what was done; the balance in the frame may be another one, too. */
export function leaveWith(done: Done): never {
  refresh();
  redirect(toPlansHref({ done }));
}
