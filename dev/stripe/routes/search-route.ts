import { matchesSearch, parseSearch } from "../engine/search-query";
import { invalidRequest } from "../server/stripe-error";
import { type ObjectName } from "../store/object-types";
import { checkLimit } from "./list-route";
import { type Behaviour, route } from "./route";

interface SearchParams {
  query: string;
  limit?: number;
  page?: string;
}

/** https://docs.stripe.com/search, but up to date at once: Stripe's index follows within a minute. */
export function searchRoute(key: string, name: ObjectName): Behaviour {
  return route<SearchParams>(key, ["query", "limit", "page"], ({ engine, params, path }) => {
    const search = parseSearch(params.query);
    const limit = params.limit ?? 10;
    checkLimit(limit);
    const start = params.page ? decodePage(params.page) : 0;
    const all = engine.store.objects.list(name, { limit: Number.MAX_SAFE_INTEGER - 1 }).data;
    const hits = all.filter((object) => matchesSearch(search, object as unknown as Record<string, unknown>));
    const end = start + limit;
    return {
      object: "search_result",
      data: hits.slice(start, end),
      has_more: hits.length > end,
      next_page: hits.length > end ? encodePage(end) : null,
      total_count: hits.length,
      url: path,
    };
  });
}

const encodePage = (offset: number): string => Buffer.from(`offset:${offset}`).toString("base64url");

function decodePage(page: string): number {
  const offset = /^offset:(\d+)$/.exec(Buffer.from(page, "base64url").toString())?.[1];
  if (offset === undefined) throw invalidRequest(`Invalid page: ${page}`, { param: "page" });
  return Number(offset);
}
