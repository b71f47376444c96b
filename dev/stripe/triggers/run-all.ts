import { createLocalStripe } from "../local-stripe";
import { runTrigger, type TriggerResult } from "./run-trigger";

/** Two cores are enough for two; each runner has a local Stripe of its own, so that no event is another's. */
const RUNNERS = 2;

/** Runs the scenarios, in the order in which they are named, and tells of each as it is done. */
export async function runAll(
  names: string[],
  told: (result: TriggerResult) => void = () => undefined,
): Promise<TriggerResult[]> {
  const waiting = [...names];
  const results = new Map<string, TriggerResult>();
  const run = async (): Promise<void> => {
    const local = await createLocalStripe({ validate: "all" });
    const url = await local.listen(0);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await runTrigger(url, name);
      results.set(name, result);
      told(result);
    }
    await local.close();
  };
  await Promise.all(Array.from({ length: RUNNERS }, run));
  return names.flatMap((name) => results.get(name) ?? []);
}
