import { openYear } from "./open-year";
import { autumn } from "./story/autumn";
import { spring } from "./story/spring";
import { summer } from "./story/summer";
import { winter } from "./story/winter";

/** A year of fourteen people, and the shop some days after its end. */
export async function liveYear() {
  const year = await openYear();
  const people = await autumn(year, await summer(year, await spring(year, await winter(year))));
  return { year, people };
}
