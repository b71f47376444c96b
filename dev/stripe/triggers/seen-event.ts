/** Triggers whose name is not the event that they cause. */
const EVENTS: Record<string, string> = {
  "subscription.payment_failed": "invoice.payment_failed",
  "subscription.payment_succeeded": "invoice.payment_succeeded",
};

/** How often the local Stripe has told of what the trigger is named after. */
export async function seenEvent(url: string, trigger: string): Promise<number> {
  const type = EVENTS[trigger] ?? trigger;
  const answer = await fetch(`${url}/_emulator/events?limit=1000&type=${type}`);
  const { data } = (await answer.json()) as { data: unknown[] };
  return data.length;
}
