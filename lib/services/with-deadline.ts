import { ServiceTimedOut } from "./errors";

/**
 * Waits for `work` at most `timeoutMs`, then aborts its signal and stops waiting, whether it listens or not.
 * @throws ServiceTimedOut
 */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const late = new ServiceTimedOut(timeoutMs);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort(late);
      reject(late);
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(controller.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
