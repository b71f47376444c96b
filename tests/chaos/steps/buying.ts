import type { Step } from "../play/stage";
import { visitCheckout } from "./pay";

const packs = ["pack_100", "pack_500", "pack_1000"];
const plans = ["plan_basic_month", "plan_pro_month", "plan_basic_year", "plan_pro_year"];
/** Most members pay by the month. */
const chosenPlans = ["plan_basic_month", "plan_basic_month", "plan_pro_month", ...plans];

export const buyPack: Step = {
  name: "buys a pack",
  weight: 14,
  async run(stage, member, random) {
    const lookupKey = random.pick(packs);
    const tabs = random.chance(0.2) ? 2 : 1;
    const start = () =>
      stage.call(member.name, { name: "startCheckout", actor: stage.as(member) }, lookupKey);
    const answers = await Promise.all(Array.from({ length: tabs }, start));
    const opened = answers.find((answer) => answer.outcome === "done");
    if (opened) await visitCheckout(stage, member, { url: opened.value.url, random });
  },
};

export const subscribe: Step = {
  name: "subscribes",
  weight: 14,
  async run(stage, member, random) {
    const before = await stage.subscriptionsOf(member);
    const bought = before.find(
      ({ status, metadata }) => status === "active" && metadata.checkout_id !== undefined,
    );
    const actor = stage.as(member);
    const answer = await stage.call(
      member.name,
      { name: "startPlanCheckout", actor },
      random.pick(chosenPlans),
    );
    if (answer.outcome !== "done") return;
    if (bought)
      stage.violations.push(`${member.name} was sold a second plan while ${bought.id} lived, bought here`);
    await visitCheckout(stage, member, { url: answer.value.url, random });
  },
};

export const spend: Step = {
  name: "spends",
  weight: 14,
  async run(stage, member, random) {
    if (!member.spends) return;
    const spending = {
      key: `spend:${random.uuid()}`,
      creditsMilli: BigInt(random.int(1, random.chance(0.2) ? 900 : 120)) * 1_000n,
      state: "unknown" as "done" | "refused" | "unknown",
    };
    member.spendings.push(spending);
    const times = random.chance(0.3) ? 2 : 1;
    const { key, creditsMilli } = spending;
    const once = () =>
      stage.call(
        member.name,
        { name: "spendCredits", actor: stage.as(member) },
        { userId: member.userId, key, creditsMilli },
      );
    const answers = await Promise.all(Array.from({ length: times }, once));
    if (answers.some(({ outcome }) => outcome === "done")) spending.state = "done";
    else if (answers.every(({ outcome }) => outcome === "refused")) spending.state = "refused";
  },
};

export const forgive: Step = {
  name: "is forgiven the debt",
  weight: 2,
  async run(stage, member, random) {
    const debt = { userId: member.userId, key: `forgive:${random.uuid()}` };
    await stage.call("admin", { name: "forgiveDebt", actor: stage.admin }, debt);
  },
};
