import type { AppContext } from "@/lib/context";
import { readPulseOf } from "../read-pulse-of";
import { LiveMark } from "./live-mark";

/** The mark that keeps the page's figures alive, as soon as it is known how they are now. */
export async function Live({ ctx, zone }: { ctx: AppContext; zone: string }) {
  return <LiveMark zone={zone} pulse={await readPulseOf(ctx, zone)} />;
}
