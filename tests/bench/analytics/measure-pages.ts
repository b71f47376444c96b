import { Client } from "pg";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import { openAnalytics, readPulse } from "@/lib/analytics";
import { openDatabase, type Database } from "@/lib/db";
import type { BenchServer } from "./bench-server";
import { contextOf, questionsOf, readPage } from "./read-page";
import { seconds, timeCalls, type Timed } from "./timing";

export interface PageFigures {
  question: string;
  /** Connections are new and nothing is prepared, each time. */
  cold: Timed;
  /** PostgreSQL was started just before, each time. */
  restarted: Timed;
}

/** As many connections as the application has by default. */
const connections = 10;

const open = (server: BenchServer) => Promise.resolve(openDatabase(server.url, connections));
const close = (db: Database) => db.close();

/** One reading of the same straight from the facts, as if nothing was kept. */
export async function readFromFacts(server: BenchServer, query: AnalyticsQuery): Promise<number> {
  const client = new Client(server.url);
  await client.connect();
  const db = openDatabase(server.url, connections);
  try {
    await client.query("UPDATE analytics_zones SET built_at = NULL");
    return 1000 * (await seconds(() => readPage(contextOf(db), query)));
  } finally {
    await client.query("UPDATE analytics_zones SET built_at = now()");
    await Promise.all([client.end(), db.close()]);
  }
}

/** The page's data for each question; the connections are opened within the time that is taken. */
export async function measurePages(
  server: BenchServer,
  times: number,
  note: (line: string) => void,
): Promise<PageFigures[]> {
  const figures: PageFigures[] = [];
  for (const [question, query] of questionsOf(new Date())) {
    const call = (db: Database) => readPage(contextOf(db), query);
    const cold = await timeCalls(times, { prepare: () => open(server), call, end: close });
    const restarted = await timeCalls(Math.ceil(times / 4), {
      prepare: async () => {
        await server.restart();
        return open(server);
      },
      call,
      end: close,
    });
    note(`${question}: ${JSON.stringify({ cold, restarted })}`);
    figures.push({ question, cold, restarted });
  }
  return figures;
}

/** What the open page asks every few seconds, on connections that are there. */
export async function measurePulse(server: BenchServer, times: number): Promise<Timed> {
  const db = await open(server);
  const call = async () => readPulse(await openAnalytics(contextOf(db), "UTC"));
  await call();
  const timed = await timeCalls(times, {
    prepare: () => Promise.resolve(null),
    call,
    end: () => Promise.resolve(),
  });
  await db.close();
  return timed;
}
