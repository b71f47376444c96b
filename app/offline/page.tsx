import { type Metadata } from "next";

import { StatusPage } from "@/components/layout/status-page";

export const metadata: Metadata = { title: "Offline", robots: { index: false } };

export default function OfflinePage() {
  return (
    <StatusPage title="You are offline">
      <p>
        This page needs a connection. Check yours and load the page again. A run or a purchase that had
        already started goes on without you, and you will find its result in your history.
      </p>
    </StatusPage>
  );
}
