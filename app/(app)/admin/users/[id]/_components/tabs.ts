import type { ReactNode } from "react";
import type { PersonTab } from "@/lib/support/types";
import { CreditsTab } from "./credits-tab";
import { EmailsTab } from "./emails-tab";
import { HistoryTab } from "./history-tab";
import { PaymentsTab } from "./payments-tab";
import { SecurityTab } from "./security-tab";
import { ServicesTab } from "./services-tab";
import { SessionsTab } from "./sessions-tab";
import { SubscriptionTab } from "./subscription-tab";
import type { TabProps } from "./tab-props";
import { UsageTab } from "./usage-tab";

/** What each part of the page shows. */
export const tabs: Readonly<Record<PersonTab, (props: TabProps) => Promise<ReactNode>>> = {
  credits: CreditsTab,
  subscription: SubscriptionTab,
  payments: PaymentsTab,
  services: ServicesTab,
  usage: UsageTab,
  sessions: SessionsTab,
  emails: EmailsTab,
  security: SecurityTab,
  history: HistoryTab,
};
