import { chooseZone } from "@/lib/analytics";
import type { AppContext } from "@/lib/context";
import { readPulseIn } from "./_blocks/read";
import { readZone } from "./_range/read-zone";

/** Another word whenever a figure may be another one; also when a zone that was being prepared is ready. */
export async function readPulseOf(ctx: AppContext, askedZone: string): Promise<string> {
  const { zone } = await chooseZone(ctx, readZone(askedZone).zone);
  return `${zone} ${await readPulseIn(ctx, zone)}`;
}
