import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v4 as newRunKey } from "uuid";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { getBalance } from "@/lib/credits";
import { findEntitlement } from "@/lib/quotas";
import { getRun, getServicePage, listRuns, listSwitchedOff } from "@/lib/services";
import { orNotFound } from "@/app/(app)/or-not-found";
import { PageRefusal } from "./_components/page-refusal";
import { RunHistory } from "./_components/run-history";
import { RunOutcome } from "./_components/run-outcome";
import { ServiceForm } from "./_components/service-form";
import { SwitchedOff } from "./_components/switched-off";

type Props = PageProps<"/services/[slug]">;

const shownRuns = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: (await orNotFound(() => getServicePage(slug))).title };
}

export default async function ServicePage({ params, searchParams }: Props) {
  const { user, ctx } = await openMemberPage();
  const [{ slug }, { run: runId, problem }] = await Promise.all([params, searchParams]);
  const service = await orNotFound(() => getServicePage(slug));
  const [balance, runs, run, off, { planName, limits, overrides, next }] = await Promise.all([
    getBalance(ctx, user.id),
    listRuns(ctx, { userId: user.id, slug, limit: shownRuns }),
    typeof runId === "string" ? orNotFound(() => getRun(ctx, { userId: user.id, runId })) : null,
    listSwitchedOff(ctx.db),
    findEntitlement(ctx, user.id),
  ]);
  if (run && run.serviceSlug !== slug) notFound();
  const { totalMilli, subscriptionMilli, paygMilli } = balance;

  return (
    <>
      <PageHeader
        title={service.title}
        description={service.summary}
        parents={[{ label: "Services", href: "/services" }]}
      />
      {typeof problem === "string" && !run ? (
        <PageRefusal ctx={ctx} userId={user.id} problem={problem} ofService={service.problems} />
      ) : null}
      {run ? <RunOutcome run={run} service={service} /> : null}
      {off.includes(slug) ? (
        <SwitchedOff />
      ) : (
        <ServiceForm
          service={service}
          balance={{ totalMilli, subscriptionMilli, paygMilli }}
          plan={{ planName, limits, overrides, next }}
          initialRunKey={newRunKey()}
        />
      )}
      <RunHistory runs={runs} />
    </>
  );
}
