import { assemble } from "./assemble";
import { loadContract } from "./contract/load-contract";
import { runDue } from "./engine/due-queue";
import { type LocalStripeOptions } from "./options";
import { handleFetch } from "./server/handle-fetch";
import { HttpServer } from "./server/http-server";

export type { LocalStripeOptions } from "./options";

export interface LocalStripe {
  /** Where it listens, or would: the origin of hosted pages. */
  readonly url: string;
  /** Answers without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Listens on 127.0.0.1; port 0 takes a free one. Returns the URL. */
  listen(port: number): Promise<string>;
  /** Stops listening and sending, and closes the state. Deliveries that are pending stay in the file. */
  close(): Promise<void>;
}

const TICK_MS = 1_000;
const DEFAULT_ORIGIN = "http://127.0.0.1:4242";

/** A stand-in of api.stripe.com. Nothing is shared between two of them. */
export async function createLocalStripe(options: LocalStripeOptions = {}): Promise<LocalStripe> {
  let origin = DEFAULT_ORIGIN;
  const { store, engine, worker, handle } = assemble(await loadContract(), options, () => origin);
  const server = new HttpServer(handle, () => worker.kick());
  const tick = setInterval(() => {
    if (runDue(engine, engine.clock.now()) > 0) worker.kick();
  }, TICK_MS).unref();
  worker.kick();

  return {
    get url() {
      return origin;
    },
    fetch: async (request) => {
      const response = await handleFetch(handle, request);
      setImmediate(() => worker.kick());
      return response;
    },
    listen: async (port) => {
      origin = `http://127.0.0.1:${await server.listen(port)}`;
      return origin;
    },
    close: async () => {
      clearInterval(tick);
      await server.close();
      await worker.stop();
      store.close();
    },
  };
}
