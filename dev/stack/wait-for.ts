/**
 * Waits until `url` answers with a status below 500.
 * @throws when `ended` settles first (the program behind it stopped) or after `seconds`
 */
export async function waitForUrl(url: string, ended: Promise<string>, seconds: number): Promise<void> {
  const stopped = { reason: "" };
  void ended.then((reason) => {
    stopped.reason = reason;
  });
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    if (stopped.reason) throw new Error(stopped.reason);
    if (await answers(url)) return;
    if (Date.now() > deadline) throw new Error(`${url} did not answer within ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000), redirect: "manual" });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}
