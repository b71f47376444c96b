import type { ApiCaller } from "@/lib/api-keys/types";
import type { AppContext } from "@/lib/context";

export type ApiContext = Pick<AppContext, "db" | "clock" | "systemClock" | "log">;

/** A call that was let in, with its parameters read. */
export interface ApiCall<Params, Query> {
  ctx: ApiContext;
  caller: ApiCaller;
  request: Request;
  params: Params;
  query: Query;
}
