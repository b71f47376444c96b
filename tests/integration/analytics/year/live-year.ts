import { chooseZone, refreshAnalytics } from "@/lib/analytics";
import { openYear, type Year } from "./open-year";
import { zones } from "./questions";
import { autumn } from "./story/autumn";
import { spring } from "./story/spring";
import { summer } from "./story/summer";
import { winter } from "./story/winter";

/** An admin of these days, who looks at figures in both zones; the job keeps what there is. */
export async function keepDays({ admin, shop, heard }: Year): Promise<void> {
  await heard();
  const ctx = { ...admin, systemClock: shop.ctx.clock };
  for (const zone of zones) await chooseZone(ctx, zone);
  await refreshAnalytics(ctx);
}

/**
 * A year of some fifteen people, and the shop some days after its end. Figures were kept in June and in September: what
 * happened since has marks, and some of it belongs to days long before.
 */
export async function liveYear() {
  const year = await openYear();
  const people = await spring(year, await winter(year));
  await keepDays(year);
  const later = await summer(year, people);
  await keepDays(year);
  await autumn(year, later);
  await year.heard();
  return year;
}
