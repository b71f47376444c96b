import type { AppContext } from "@/lib/context";
import { chooseZone } from "@/lib/analytics";
import { dayAt } from "@/components/ranges/days";
import { readSearch, type ReadSearch } from "./_range/read-search";
import { readZone } from "./_range/read-zone";
import type { AnalyticsSearch } from "./search-params";

export interface Asked extends ReadSearch {
  search: AnalyticsSearch;
}

/** What an address asks for, in a zone that can be answered in. */
export async function readAddress(ctx: AppContext, search: AnalyticsSearch): Promise<Asked> {
  const wanted = readZone(search.zone);
  const { zone, preparing } = await chooseZone(ctx, wanted.zone);
  const read = readSearch(search, { zone, today: dayAt(ctx.clock.now(), zone) });
  const waiting = preparing
    ? `Figures by the days of ${preparing} are being prepared. Until then days are those of ${zone}.`
    : null;
  return { ...read, search, notes: [wanted.note, waiting, ...read.notes].filter((note) => note !== null) };
}
