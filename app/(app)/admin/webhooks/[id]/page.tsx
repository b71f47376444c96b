import type { Metadata } from "next";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { viewEvent } from "@/lib/stripe-events";
import { ActForm } from "../../_components/act-form";
import { openAdminContext } from "../../admin-context";
import { submitReplay } from "../_actions/replay";
import { EventFacts, EventTimeline } from "../_components/event-facts";
import { replayFailures, replayNotices } from "../_components/event-words";
import { Payload } from "../_components/payload";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage({ params, searchParams }: PageProps<"/admin/webhooks/[id]">) {
  const { ctx, origin } = await openAdminContext();
  const { id } = await params;
  const event = await orNotFound(() => viewEvent(ctx, { id, origin }));
  return (
    <>
      <PageHeader title={event.type} parents={[{ label: "Webhooks", href: "/admin/webhooks" }]} />
      <Notice kind={(await searchParams).notice} words={replayNotices} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <EventFacts event={event} />
        <EventTimeline event={event} />
        <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
          <Card aria-labelledby="replay">
            <CardHeader
              id="replay"
              title="Replay"
              description="Has it processed again with all its tries. What Stripe says now counts: what was applied already changes nothing."
            />
            <CardBody>
              <ActForm
                id="replay"
                action={submitReplay}
                label="Replay"
                values={{ id: event.id, seen: event.replayedAt?.toISOString() ?? "" }}
                words={replayFailures}
              />
            </CardBody>
          </Card>
          <Payload payload={event.payload} />
        </div>
      </div>
    </>
  );
}
