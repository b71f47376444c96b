import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listMessages } from "@/lib/contact";
import { ListFilters, type ListFilter } from "../_components/list-filters";
import { openAdminContext } from "../admin-context";
import { MessageTable } from "./_components/message-table";
import { loadMessageSearch, toMessagesHref } from "./search-params";

export const metadata: Metadata = { title: "Messages" };

const filters: readonly ListFilter[] = [
  {
    ...{ control: "choice", name: "status", label: "State", all: "Any state" },
    options: { open: "Open", answered: "Answered", closed: "Closed" },
  },
];

export default async function MessagesPage({ searchParams }: PageProps<"/admin/messages">) {
  const { ctx, origin } = await openAdminContext();
  const { status, before, after } = await loadMessageSearch(searchParams);
  const { messages, older, newer } = await listMessages(ctx, { status, before, after }, origin);
  return (
    <>
      <PageHeader
        title="Messages"
        description="What people write on the contact page. Answers go out by mail."
      />
      <Card aria-label="Messages">
        <ListFilters path="/admin/messages" label="Filter the messages" filters={filters} />
        {messages.length === 0 ? (
          <EmptyState icon={MessageSquare} title="No message is like that">
            Whoever writes on the contact page stands here, and every admin is told by mail.
          </EmptyState>
        ) : (
          <MessageTable messages={messages} />
        )}
        <Pagination
          label="Pages of messages"
          previousHref={newer ? toMessagesHref({ status, after: newer }) : null}
          nextHref={older ? toMessagesHref({ status, before: older }) : null}
        />
      </Card>
    </>
  );
}
