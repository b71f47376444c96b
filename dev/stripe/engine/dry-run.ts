import { type Engine } from "./engine";

/** Lets `work` happen, keeps what it returns, and undoes all that it stored; no event leaves. */
export function dryRun<Result>(engine: Engine, work: (unheard: Engine) => Result): Result {
  const outcome: { result?: Result } = {};
  class Undone extends Error {}
  try {
    engine.store.transaction(() => {
      outcome.result = work(engine.unheard);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return outcome.result as Result;
}
