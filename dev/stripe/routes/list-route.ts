import { invalidRequest, resourceMissing } from "../server/stripe-error";
import { type CreatedRange, type ListQuery } from "../store/object-query";
import { OBJECT_KINDS, type ObjectName } from "../store/object-types";
import { type Behaviour, type Call, route } from "./route";

export const PAGING = ["limit", "starting_after", "ending_before"];

export interface PagingParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

type Filters = Record<string, string | number | boolean | undefined>;

/** A list with Stripe's paging, a `created` range, and filters that compare a property of the same name. */
export function listRoute(key: string, name: ObjectName, filters: string[] = []): Behaviour {
  return route<PagingParams & { created?: CreatedRange | number }>(
    key,
    [...PAGING, "created", ...filters],
    (call) => {
      const where = Object.fromEntries(filters.map((filter) => [filter, (call.params as Filters)[filter]]));
      return listPage(call, name, {
        where,
        ...(call.params.created === undefined ? {} : { created: call.params.created }),
      });
    },
  );
}

/** https://docs.stripe.com/api/pagination */
export function listPage(
  { engine, params, path }: Call<PagingParams>,
  name: ObjectName,
  query: Omit<ListQuery, "limit" | "after" | "before">,
): object {
  const { starting_after: after, ending_before: before, limit = 10 } = params;
  checkLimit(limit);
  if (after && before) {
    throw invalidRequest("You may only specify one of these parameters: ending_before, starting_after.", {
      code: "parameters_exclusive",
    });
  }
  for (const [param, cursor] of [
    ["starting_after", after],
    ["ending_before", before],
  ] as const) {
    if (cursor && !engine.store.objects.findEvenDeleted(cursor)) {
      throw resourceMissing(OBJECT_KINDS[name].label, cursor, param);
    }
  }
  const page = engine.store.objects.list(name, {
    ...query,
    limit,
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  });
  return { object: "list", data: page.data, has_more: page.hasMore, url: path };
}

/** Every list and search takes 1 to 100. */
export function checkLimit(limit: number): void {
  if (limit >= 1 && limit <= 100) return;
  throw invalidRequest(
    limit < 1
      ? "This value must be greater than or equal to 1."
      : "This value must be less than or equal to 100.",
    { code: "parameter_invalid_integer", param: "limit" },
  );
}
