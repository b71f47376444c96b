import { mkdirSync } from "node:fs";
import { elapsed, fail, step } from "../scripts/steps.mjs";
import { freePort } from "./free-port";
import { buildApp, isBuildStale, startDevServer, startProductionServer } from "./stack/app-server";
import { printReady, printRunning } from "./stack/banner";
import { type Child } from "./stack/child";
import { endLeftovers } from "./stack/leftovers";
import { loadDotEnv, readOptions, type StackOptions } from "./stack/options";
import { prepareData } from "./stack/prepare-data";
import { appEnvironment } from "./stack/settings";
import { claimStack, releaseStack, writeStackEnv, writeStackFile } from "./stack/stack-file";
import {
  postgresDataDir,
  startDatabase,
  startMailbox,
  startSignInProviders,
  startStripe,
  storageUrl,
  type Stop,
} from "./stack/stand-ins";
import { waitForUrl } from "./stack/wait-for";

const stops: Stop[] = [];

async function stopAll(stateDir: string): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
  releaseStack(stateDir);
}

async function claim(stateDir: string): Promise<void> {
  mkdirSync(stateDir, { recursive: true });
  const running = claimStack(stateDir);
  if (running) {
    printRunning(running);
    process.exit(0);
  }
  const ended = await endLeftovers(stateDir, postgresDataDir(stateDir));
  if (ended > 0) process.stdout.write(`  ✓ Ended ${ended} process(es) of a stack that was killed\n`);
}

async function start({ mode, stateDir, port: wanted }: StackOptions): Promise<Child> {
  if (mode === "preview" && isBuildStale()) await step("Production build", buildApp);
  const port = await freePort(wanted);
  if (port !== wanted) process.stdout.write(`  ! Port ${wanted} is taken; the app is on ${port}\n`);
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;

  const database = await startDatabase(stateDir);
  stops.push(database.stop);
  const mail = await startMailbox();
  stops.push(mail.stop);
  const stripe = await startStripe(stateDir, `http://127.0.0.1:${port}`);
  stops.push(stripe.stop);
  const oauth = await startSignInProviders(appUrl);
  stops.push(oauth.stop);
  const urls = {
    appUrl,
    databaseUrl: database.url,
    stripeUrl: stripe.url,
    mailUrl: mail.url,
    oauthUrl: oauth.url,
    storageUrl: storageUrl(stateDir),
  };
  const env = appEnvironment(stateDir, urls);
  await prepareData(env, !process.env.DATABASE_URL);

  const startServer = mode === "dev" ? startDevServer : startProductionServer;
  const app = startServer({ stateDir, port, env });
  stops.push(() => app.stop());
  await step("First page", () => waitForUrl(`http://127.0.0.1:${port}/`, app.ended, 120));
  writeStackEnv(stateDir, env);
  writeStackFile(stateDir, urls);
  printReady(urls, stateDir, elapsed());
  return app;
}

/** Stops everything once, however often it is told: npm, a terminal and a supervisor all pass the same signal on. */
function stopOnSignals(stateDir: string): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll(stateDir));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) process.stdout.write("\n  Stopping …\n");
      void stop().then(() => process.exit(0));
    });
  }
  return stop;
}

try {
  const options = readOptions(process.argv.slice(2));
  loadDotEnv();
  await claim(options.stateDir);
  const stop = stopOnSignals(options.stateDir);
  try {
    const app = await start(options);
    throw new Error(await app.ended);
  } catch (error) {
    // Told to end by a signal, this process is gone when `stop` is done, before the app's end becomes an error.
    await stop();
    throw error;
  }
} catch (error) {
  fail(error);
}
