import { Random } from "../random";
import { allSteps } from "../steps/all-steps";
import { buyPack, subscribe } from "../steps/buying";
import { openWorld, type World } from "../world/world";
import type { DatabaseServer } from "../world/database";
import { compare } from "../oracle/compare";
import type { Member } from "./member";
import { Stage, toText, type Step } from "./stage";
import { changeWeather, withAccidents } from "./weather";

const day = 86_400;
const names = ["ada", "ben", "cleo", "dan", "eve", "finn"];

export interface SeedOptions {
  seed: string;
  bundle: string;
  server: DatabaseServer;
  members: number;
  steps: number;
  /** No new step begins after this long. */
  timeBoxMs?: number;
}

export interface SeedResult {
  seed: string;
  differences: string[];
  script: string[];
  /** What happened, for the report. */
  figures: Record<string, number>;
}

async function createPeople(world: World, count: number): Promise<Stage> {
  const create = async (role: "member" | "admin") => {
    const answer = await world.app.call("createUser", null, role);
    if (answer.outcome !== "done") throw new Error(`No ${role} could be made: ${toText(answer)}`);
    return answer.value.id;
  };
  const admin = { userId: await create("admin"), role: "admin" } as const;
  const members: Member[] = [];
  for (const [index, name] of names.slice(0, count).entries()) {
    // The first never spends: their balance has no excuse.
    members.push({ name, userId: await create("member"), spends: index % 3 !== 0, spendings: [] });
  }
  return new Stage(world, { members, admin });
}

async function begin(world: World, options: SeedOptions): Promise<Stage> {
  await world.app.start();
  const random = new Random(`${options.seed}:begin`);
  await world.advance(random.int(0, 60) * day);
  const synced = await world.app.call("syncCatalog", null);
  if (synced.outcome !== "done") throw new Error(`The catalogue was not synced: ${toText(synced)}`);
  await world.app.call("sweep", null);
  return createPeople(world, options.members);
}

function daysToPass(random: Random): number {
  return random.pick([0.01, 0.5, 1, 2, 3, 5, 8, 13, 21, 30, 31, 35]);
}

/** Whoever comes first buys something: without that most of what follows is refused. */
function choose(stage: Stage, number: number, random: Random): { member: Member; chosen: Step[] } {
  const first = stage.members[number];
  if (first) return { member: first, chosen: [random.chance(0.75) ? subscribe : buyPack] };
  const together = random.chance(0.22) ? 2 : 1;
  return {
    member: random.pick(stage.members),
    chosen: Array.from({ length: together }, () => random.weighted(allSteps)),
  };
}

async function act(stage: Stage, number: number, random: Random): Promise<void> {
  const { member, chosen } = choose(stage, number, random);
  const chances = chosen.map(() => new Random(random.uuid()));
  stage.note(`${member.name} ${chosen.map(({ name }) => name).join(", and at once ")}`);
  await Promise.all(
    chosen.map(async (step, lane) => {
      try {
        await step.run(stage, member, chances[lane] ?? random);
      } catch (error) {
        stage.note(`  ${step.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}

async function playStep(stage: Stage, number: number, random: Random): Promise<void> {
  const { world } = stage;
  const weather = await changeWeather(stage, random);
  if (weather) stage.note(weather);
  const days = random.chance(0.4) ? daysToPass(random) : 0;
  const starts = random.chance(0.75);
  const delivers = random.chance(0.75);
  const sweeps = random.chance(0.03);
  const own = new Random(random.uuid());
  if (days > 0) {
    stage.note(`${days} days pass`);
    await world.advance(Math.round(days * day));
  }
  if (!world.app.isUp && starts) {
    stage.note("the app starts");
    await world.app.start();
    await world.synchronise();
  }
  await withAccidents(stage, random, async () => {
    const work: Promise<unknown>[] = [act(stage, number, own)];
    if (delivers) work.push(world.post.deliver());
    if (sweeps) work.push(world.app.call("sweep", null));
    await Promise.all(work);
  });
}

/** The bad days are over: everything works, what is on its way arrives, one sweep, and all that waits is done. */
async function end(stage: Stage): Promise<void> {
  const { world } = stage;
  stage.note("everything works again");
  await world.controls.heal();
  world.mail.behave("well");
  if (!world.app.isUp) await world.app.start();
  await world.synchronise();
  await world.app.stopWorker();
  await world.controls.flush();
  world.post.calmDown();
  world.line.calmDown();
  await world.post.deliver({ everything: true });
  const swept = await world.app.call("sweep", null);
  stage.note(`one sweep: ${toText(swept)}`);
  if (swept.outcome !== "done") stage.violations.push(`the sweep failed: ${toText(swept)}`);
  // What settling does is told by webhooks, too.
  for (let round = 0; round < 4; round += 1) {
    await settle(stage);
    await world.controls.flush();
    await world.post.deliver({ everything: true });
  }
  await world.app.call("expireCredits", null);
}

async function settle(stage: Stage): Promise<void> {
  const left = await stage.world.app.call("settle", null);
  if (left.outcome !== "done" || left.value > 0) stage.violations.push(`jobs are left: ${toText(left)}`);
}

export async function playSeed(options: SeedOptions): Promise<SeedResult> {
  const { seed, bundle, server, steps, timeBoxMs } = options;
  // On a prompt network nothing that comes late repairs what went wrong before.
  const prompt = new Random(`${seed}:network`).chance(0.35);
  const weather = { dropped: 0.1, duplicated: prompt ? 0.1 : 0.35, delayed: prompt ? 0.03 : 0.4 };
  const world = await openWorld({ seed, bundle, server, weather });
  const startedAt = Date.now();
  try {
    const stage = await begin(world, options);
    let played = 0;
    for (; played < steps && Date.now() - startedAt < (timeBoxMs ?? Infinity); played += 1) {
      stage.note(`— ${played + 1} —`);
      await playStep(stage, played, new Random(`${seed}:${played}`));
    }
    await end(stage);
    const { differences, figures } = await compare(stage);
    const { diedByItself } = world.app;
    if (diedByItself > 0) differences.push(`the app's process ended by itself ${diedByItself} times`);
    return {
      seed,
      differences: [...stage.violations, ...differences],
      script: stage.script,
      figures: { steps: played, ...figures, ...world.post.counts, ms: Date.now() - startedAt },
    };
  } finally {
    await world.close();
  }
}
