import type { Member } from "../play/member";
import type { Stage, Step } from "../play/stage";
import type { Random } from "../random";

const plans = ["plan_basic_month", "plan_pro_month", "plan_basic_year", "plan_pro_year"];

/** What was billed at once must be what was shown before. */
async function checkCharge(stage: Stage, member: Member, dueNowMinor: bigint): Promise<void> {
  const totals: bigint[] = [];
  for (const customer of await stage.customersOf(member)) {
    const { data } = await stage.world.stripe.invoices.list({ customer, limit: 10 });
    for (const { billing_reason, total } of data)
      if (billing_reason === "subscription_update") totals.push(BigInt(total));
  }
  if (!totals.includes(dueNowMinor))
    stage.violations.push(
      `${member.name} was shown ${dueNowMinor}, but billed ${totals.join(", ")} for changes`,
    );
}

async function change(stage: Stage, member: Member, random: Random): Promise<void> {
  const lookupKey = random.pick(plans);
  const actor = stage.as(member);
  const shown = await stage.call(member.name, { name: "previewPlanChange", actor }, lookupKey);
  if (shown.outcome !== "done" || random.chance(0.1)) return;
  const { token, dueNowMinor } = shown.value;
  const tabs = random.chance(0.25) ? 2 : 1;
  const confirm = () => stage.call(member.name, { name: "confirmPlanChange", actor }, { lookupKey, token });
  const answers = await Promise.all(Array.from({ length: tabs }, confirm));
  const changed = answers.some((one) => one.outcome === "done" && one.value.outcome === "changed");
  if (changed) await stage.dashboard("looks at the invoice", () => checkCharge(stage, member, dueNowMinor));
}

const simple = (
  name: "undoPlanChange" | "cancelPlan" | "resumePlan",
  words: string,
  weight: number,
): Step => ({
  name: words,
  weight,
  async run(stage, member, random) {
    const times = random.chance(0.2) ? 2 : 1;
    const act = () => stage.call(member.name, { name, actor: stage.as(member) });
    await Promise.all(Array.from({ length: times }, act));
  },
});

export const changePlan: Step = { name: "changes the plan", weight: 14, run: change };
export const undo = simple("undoPlanChange", "undoes a planned change", 4);
export const cancel = simple("cancelPlan", "cancels", 5);
export const resume = simple("resumePlan", "resumes", 5);

export const pause: Step = {
  name: "is paused or unpaused",
  weight: 3,
  async run(stage, member, random) {
    const name = random.pick(["pausePlan", "unpausePlan"] as const);
    await stage.call("admin", { name, actor: stage.admin }, member.userId);
  },
};
