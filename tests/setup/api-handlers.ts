import * as balance from "@/app/api/v1/balance/route";
import * as entries from "@/app/api/v1/entries/route";
import * as run from "@/app/api/v1/runs/[id]/route";
import * as runFile from "@/app/api/v1/runs/[id]/file/route";
import * as services from "@/app/api/v1/services/route";
import * as service from "@/app/api/v1/services/[slug]/route";
import * as quote from "@/app/api/v1/services/[slug]/quote/route";
import * as serviceRun from "@/app/api/v1/services/[slug]/run/route";
import * as usage from "@/app/api/v1/usage/route";

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** The handlers as Next calls them, by operation of the document. */
export const apiHandlers: Readonly<Record<string, Handler>> = {
  "get /services": services.GET,
  "get /services/{slug}": service.GET,
  "post /services/{slug}/quote": quote.POST,
  "post /services/{slug}/run": serviceRun.POST,
  "get /runs/{id}": run.GET,
  "get /runs/{id}/file": runFile.GET,
  "get /balance": balance.GET,
  "get /entries": entries.GET,
  "get /usage": usage.GET,
};
