import type { AppContext } from "@/lib/context";
import {
  readEverybodyTotals,
  readServicesOfEverybody,
  readTopPeople,
  type EverybodyRange,
} from "./everybody-queries";
import { serviceTitles } from "./service-titles";
import { checkRange, rangeBefore } from "./policy";
import type { EverybodyReport } from "./types";

const mostPeople = 10;

/**
 * What everybody used together in days of a zone that PostgreSQL knows, beside as long before. Who may ask is the
 * caller's to know.
 * @throws ReportRangeInvalid
 */
export async function makeEverybodyReport(
  { db }: Pick<AppContext, "db">,
  { zone, ...asked }: EverybodyRange,
): Promise<EverybodyReport> {
  const range = { ...checkRange(asked), zone };
  const titles = serviceTitles();
  const [totals, before, services, top] = await Promise.all([
    readEverybodyTotals(db, range),
    readEverybodyTotals(db, { ...rangeBefore(range), zone }),
    readServicesOfEverybody(db, range),
    readTopPeople(db, range, mostPeople),
  ]);
  return {
    ...range,
    ...{ totals, before, top },
    services: services.map((service) => ({ ...service, title: titles.get(service.slug) ?? service.slug })),
  };
}
