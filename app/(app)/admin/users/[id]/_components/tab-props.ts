import type { SearchParams } from "nuqs/server";
import type { AppContext } from "@/lib/context";

/** What a part of somebody's page is made from; the look was written down before. */
export interface TabProps {
  ctx: AppContext;
  userId: string;
  before: string | null;
  after: string | null;
  search: SearchParams;
}
