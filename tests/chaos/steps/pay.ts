import { authenticate, cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import type { Member } from "../play/member";
import type { Stage } from "../play/stage";
import type { Random } from "../random";

/** Numbers of https://docs.stripe.com/testing with what happens afterwards. */
const choices = [
  { weight: 60, name: "a good card", number: cards.ok },
  { weight: 6, name: "a card that is declined", number: cards.declined },
  { weight: 6, name: "a card without money", number: cards.insufficientFunds },
  { weight: 10, name: "a card that wants its bank", number: cards.authenticate },
  { weight: 3, name: "a card that is disputed", number: "4000000000000259" },
  { weight: 2, name: "a card with an inquiry", number: "4000000000001976" },
  { weight: 2, name: "a card with a fraud warning", number: "4000000000005423" },
  { weight: 4, name: "a card whose refunds fail later", number: "4000000000005126" },
  { weight: 4, name: "a card whose refunds take time", number: "4000000000007726" },
] as const;

async function payOnce(stage: Stage, url: string, random: Random): Promise<string | null> {
  const card = random.weighted(choices);
  const passes = random.chance(0.8);
  let { location } = await payOnHostedPage(url, card.number);
  if (location?.includes("/authenticate/")) {
    ({ location } = await authenticate(location, passes ? "complete" : "fail"));
  }
  stage.note(`  pays with ${card.name} → ${location ?? "stays on the page"}`);
  return location?.includes("session_id=") ? location : null;
}

/** Pays on the page, or fails to, or leaves; then looks at the success page, or not, or twice. */
export async function visitCheckout(
  stage: Stage,
  member: Member,
  visit: { url: string; random: Random },
): Promise<void> {
  const { url, random } = visit;
  if (random.chance(0.12)) {
    stage.note("  leaves the page");
    return;
  }
  let success = await payOnce(stage, url, random);
  if (!success && random.chance(0.6)) success = await payOnce(stage, url, random);
  const visits = random.pick([0, 0, 1, 1, 2]);
  const sessionId = success && new URL(success).searchParams.get("session_id");
  if (!sessionId) return;
  const look = () => stage.call(member.name, { name: "confirmPurchase", actor: stage.as(member) }, sessionId);
  await Promise.all(Array.from({ length: visits }, look));
}
