import { Client } from "pg";
import { refreshAnalytics } from "@/lib/analytics";
import { openDatabase } from "@/lib/db";
import { addFacts, instants } from "./add-facts";
import type { BenchServer } from "./bench-server";
import { contextOf } from "./read-page";
import type { Sizes } from "./sizes";
import { seconds } from "./timing";

export interface RefreshFigures {
  /** Seconds of the job, each time after another day's worth of facts was added to yesterday. */
  ofOneDay: readonly number[];
  /** Seconds of the job after as many facts were added to thirty days of the last two years. */
  ofLate: number;
}

/** A thousandth of all there is: what a day brings. */
const oneDay = 0.001;

export async function measureRefresh(
  server: BenchServer,
  sizes: Sizes,
  rounds: number,
): Promise<RefreshFigures> {
  const client = new Client(server.url);
  await client.connect();
  const db = openDatabase(server.url);
  const refresh = () => seconds(() => refreshAnalytics(contextOf(db)));
  try {
    await refresh();
    const ofOneDay: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await addFacts(client, sizes, { at: instants.yesterday, share: oneDay });
      ofOneDay.push(await refresh());
    }
    await addFacts(client, sizes, { at: instants.longAgo, share: oneDay });
    return { ofOneDay, ofLate: await refresh() };
  } finally {
    await Promise.all([client.end(), db.close()]);
  }
}

/** Something of everything happens today, so that today is read from the facts. */
export async function markToday(server: BenchServer, sizes: Sizes): Promise<void> {
  const client = new Client(server.url);
  await client.connect();
  await addFacts(client, sizes, { at: instants.today, share: 0.00001 });
  await client.end();
}
