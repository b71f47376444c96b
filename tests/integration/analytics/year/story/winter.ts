import { cards } from "@/tests/setup/local-stripe-controls";
import { actsOf } from "../acts";
import type { Year } from "../open-year";

/** Texts of this many started thousands of characters. */
export const text = (thousands: number) => "Plain words cost little. ".repeat(thousands * 40);

/**
 * January to March: the first people come, some with a card that is refused first. Hours before midnight in New York
 * are the next day's at Stripe, and the last day of January is a day that February has not.
 */
export async function winter(year: Year) {
  const acts = actsOf(year);
  const { signUp, buyPack, subscribe, run, changePlan } = acts;

  await year.until("01-05 15:00");
  const ada = await signUp();
  await run(ada, "word-counter", text(1));
  const ben = await signUp();
  await buyPack(ben, "pack_100", [cards.insufficientFunds, cards.declined, cards.ok]);
  await run(ben, "text-statistics", text(12), "?!", text(3));

  await year.until("01-31 03:20");
  await subscribe(ada, "plan_basic_month");
  await run(ada, "text-statistics", text(40));

  await year.until("02-01 02:10");
  const cleo = await signUp();
  await subscribe(cleo, "plan_basic_year");
  await buyPack(ben, "pack_500");
  await run(ben, "text-statistics", text(5));

  await year.until("02-10 18:00");
  const dan = await signUp();
  await subscribe(dan, "plan_pro_month");
  await run(dan, "text-statistics", text(60), text(1));
  await run(cleo, "word-counter", text(1), text(1));

  await year.until("03-01 04:30");
  const eve = await signUp();
  await subscribe(eve, "plan_basic_month");
  // Of January's purchase, of which some is spent: what is missing is owed.
  await acts.refund(ben, 0);

  // New York's clocks go forward, at an hour that there is only in UTC.
  await year.until("03-14 07:30");
  await run(ada, "text-statistics", text(2));
  await run(eve, "text-statistics", "...");
  const nia = await signUp({ confirms: false });
  await buyPack(nia, "pack_100", [cards.declined]);

  await year.until("03-20 12:00");
  await changePlan(ada, "plan_pro_month");
  return { ada, ben, cleo, dan, eve, nia };
}

export type Winter = Awaited<ReturnType<typeof winter>>;
