import type { AlertEmailProps } from "@/emails/alert-props";
import type { EmailProps } from "@/emails/types";
import type { MailNotices } from "./types";

const usage = "/usage";

function nextPlanWords({ next, what }: EmailProps["quota-near"]): string {
  return next
    ? ` With ${next.planName} your limit is ${next.limit}${what === "storage" ? " of storage" : ""}.`
    : "";
}

/** Of mails about limits, unusual use, and credits that are few or expire. */
export const alertNotices: MailNotices<keyof AlertEmailProps> = {
  "quota-near": (props) => ({
    title: `You have used ${props.percent} of your ${props.what}`,
    body: `${props.used} of ${props.limit}.${nextPlanWords(props)}`,
    href: usage,
  }),
  "quota-reached": (props) => ({
    title: `You have used all your ${props.what}`,
    body: `${props.refused} refused${props.resetsAt ? ` until ${props.resetsAt}` : ""}.${nextPlanWords(props)}`,
    href: usage,
  }),
  "usage-spike": ({ rises }) => ({
    title: "You used far more than usual",
    body: rises.map(({ what, last, usual }) => `${what}: ${last} in a day, usually ${usual}.`).join(" "),
    href: usage,
  }),
  "credits-low": ({ balance, threshold, debt }) => ({
    title: `You have ${balance} credits left`,
    body: `Your balance fell below ${threshold} credits.${debt ? ` You owe ${debt}.` : ""}`,
    href: "/credits/buy",
  }),
  "credits-expiring": ({ credits, expiresAt, parts }) => ({
    title: `${credits} credits expire soon`,
    body: `${parts.length > 1 ? "The first of them on" : "On"} ${expiresAt}. They are spent first.`,
    href: "/credits",
  }),
};
