import { parseArgs } from "node:util";
import { createLocalStripe, type LocalStripeOptions } from "./local-stripe";

const USAGE = `npm run stripe:local -- [options]

  --port N               listen on 127.0.0.1:N (default 4242)
  --webhook-url URL      send every event there
  --webhook-secret S     sign webhooks with it (whsec_…); required with --webhook-url
  --state FILE           keep the state in this file (default .local/stripe/state.sqlite)
  --memory               keep the state in memory only
  --help                 show this text
`;

const DEFAULT_STATE = ".local/stripe/state.sqlite";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4242" },
      "webhook-url": { type: "string" },
      "webhook-secret": { type: "string" },
      state: { type: "string", default: DEFAULT_STATE },
      memory: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port`);
  const options: LocalStripeOptions = values.memory ? {} : { stateFile: values.state };
  const webhook = webhookOf(values["webhook-url"], values["webhook-secret"]);
  if (webhook) options.webhook = webhook;
  const stripe = await createLocalStripe(options);
  let closing: Promise<void> | null = null;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // A terminal signals the whole group and npm passes its own on: the second must not cut the first short.
    process.on(signal, () => {
      closing ??= stripe.close().then(() => process.exit(0));
    });
  }
  const url = await stripe.listen(port);
  process.stdout.write(`Local Stripe listens on ${url} (dashboard: ${url}/_emulator)\n`);
}

function webhookOf(
  url: string | undefined,
  secret: string | undefined,
): { url: string; secret: string } | null {
  if (!url) return null;
  if (!secret) throw new Error("--webhook-url needs --webhook-secret: webhooks are never sent unsigned");
  return { url, secret };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
