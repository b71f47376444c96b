import { type Metadata } from "next";

import { StatusPage } from "@/components/layout/status-page";

export const metadata: Metadata = { title: "Back soon", robots: { index: false } };

export default function MaintenancePage() {
  return (
    <StatusPage code="503" title="We are working on QuickScale">
      <p>
        It will be back soon. Your credits are safe: while we work nothing is taken, and what you bought is on
        your account when we return.
      </p>
    </StatusPage>
  );
}
