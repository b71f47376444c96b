import { aggregateUsage } from "@/lib/usage";
import { seconds } from "../analytics/timing";
import { contextOf } from "./bench-context";
import type { BenchDatabases } from "./bench-databases";
import { dayOfMany, deepDatabase, evenly, marks } from "./fill";
import { addPeople } from "./people";
import type { Sizes } from "./sizes";

const connections = 10;
const hourMs = 3_600_000;
const hoursPerYear = 8_760;

/** Something that the job had to sum, and how long it took. */
export interface JobFigure {
  after: string;
  records: number;
  /** Hours of people. */
  hours: number;
  /** Each time that it came to its end. */
  seconds: readonly number[];
  /** Why it did not, once. */
  problem: string | null;
}

async function runJob(databases: BenchDatabases): Promise<{ taken: number; hours: number }> {
  const db = databases.open(deepDatabase, connections);
  let hours = 0;
  try {
    const taken = await seconds(async () => {
      ({ hours } = await aggregateUsage(contextOf(db)));
    });
    return { taken, hours };
  } finally {
    await db.close();
  }
}

async function countRecords(databases: BenchDatabases): Promise<number> {
  const text = "SELECT count(*)::int AS records FROM usage_records";
  return (await databases.query<{ records: number }>(deepDatabase, text))[0]?.records ?? 0;
}

type Add = () => Promise<unknown>;

async function measureAfter(
  databases: BenchDatabases,
  { after, times, add }: { after: string; times: number; add: Add },
): Promise<JobFigure> {
  const before = await countRecords(databases);
  const taken: number[] = [];
  let hours = 0;
  let problem: string | null = null;
  for (let time = 0; time < times; time += 1) {
    await add();
    try {
      const run = await runJob(databases);
      taken.push(run.taken);
      hours = run.hours;
    } catch (error) {
      problem = error instanceof Error ? error.message.trim() : String(error);
    }
  }
  const records = Math.round(((await countRecords(databases)) - before) / times);
  return { after, records, hours, seconds: taken, problem };
}

/** What the busy person does in so many hours, up to now. */
function addBusy(databases: BenchDatabases, { userId, perHour, hours }: Busy): Add {
  return async () => {
    const now = new Date();
    const from = new Date(now.getTime() - hours * hourMs);
    await databases.query(deepDatabase, evenly, [userId, Math.ceil(perHour * hours), from, now]);
    await databases.query(deepDatabase, marks, [[userId], from]);
  };
}

interface Busy {
  userId: string;
  perHour: number;
  hours: number;
}

/** The job as it runs every ten minutes, after a day in which it did not run, and after such a day of everybody. */
export async function measureJob(
  databases: BenchDatabases,
  userId: string,
  { records, people }: Sizes,
): Promise<JobFigure[]> {
  const perHour = Math.max(1, records / hoursPerYear);
  const busy = (hours: number) => addBusy(databases, { userId, perHour, hours });
  const many = await addPeople(databases, deepDatabase, people);
  const addDay = async () => {
    const now = new Date();
    await databases.query(deepDatabase, dayOfMany, [many, now]);
    await databases.query(deepDatabase, marks, [many, new Date(now.getTime() - 72 * hourMs)]);
  };
  return [
    await measureAfter(databases, { after: "an hour of the busy person", times: 3, add: busy(1) }),
    await measureAfter(databases, { after: "a day of the busy person", times: 2, add: busy(24) }),
    await measureAfter(databases, { after: `a day of ${people} others`, times: 1, add: addDay }),
  ];
}
