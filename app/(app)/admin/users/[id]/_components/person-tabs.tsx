import { PageTabs } from "@/components/layout/page-tabs";
import { personTabs, type PersonTab } from "@/lib/support/types";
import { toPersonHref } from "../search-params";

const labels: Readonly<Record<PersonTab, string>> = {
  credits: "Credits",
  subscription: "Subscription",
  payments: "Payments",
  services: "Services",
  usage: "Usage",
  sessions: "Sessions",
  emails: "Mails",
  security: "Security log",
  history: "Admin history",
};

/** Nothing is fetched ahead: each look is written down. */
export function PersonTabs({ userId, current }: { userId: string; current: PersonTab }) {
  const tabs = personTabs.map((tab) => {
    const href = toPersonHref(userId, { tab });
    return { label: labels[tab], href, current: tab === current };
  });
  return <PageTabs label="About this user" tabs={tabs} prefetch={false} className="mb-6" />;
}
