/** What changes whenever a figure may have; null where the server could not be asked. */
export async function askPulse(zone: string, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(`/admin/analytics/pulse?zone=${encodeURIComponent(zone)}`, {
      signal,
      cache: "no-store",
      redirect: "error",
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
