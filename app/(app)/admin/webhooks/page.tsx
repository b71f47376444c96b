import { Webhook } from "lucide-react";
import type { Metadata } from "next";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listEvents } from "@/lib/stripe-events";
import { ListFilters } from "../_components/list-filters";
import { openAdminContext } from "../admin-context";
import { replayNotices, webhookFilters } from "./_components/event-words";
import { WebhookTable } from "./_components/webhook-table";
import { loadWebhookSearch, toEventFilter, toReplayHref, toWebhooksHref } from "./search-params";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  const { ctx } = await openAdminContext();
  const { before, after, ...filter } = await loadWebhookSearch(searchParams);
  const { events, older, newer } = await listEvents(ctx, toEventFilter(filter), { before, after, limit: 25 });
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="What Stripe told, and what became of it. What failed is tried again for a day; what was given up waits here."
        action={
          <LinkButton href={toReplayHref({ ...filter, status: null })} variant="secondary" prefetch={false}>
            Replay those given up
          </LinkButton>
        }
      />
      <Notice kind={(await searchParams).notice} words={replayNotices} />
      <Card aria-label="Webhooks">
        <ListFilters path="/admin/webhooks" label="Filter the webhooks" filters={webhookFilters} />
        {events.length === 0 ? (
          <EmptyState icon={Webhook} title="No webhook is like that">
            Stripe tells of every payment, plan and dispute. Fewer filters find more.
          </EmptyState>
        ) : (
          <WebhookTable events={events} />
        )}
        <Pagination
          label="Pages of webhooks"
          previousHref={newer ? toWebhooksHref({ ...filter, after: newer }) : null}
          nextHref={older ? toWebhooksHref({ ...filter, before: older }) : null}
        />
      </Card>
    </>
  );
}
