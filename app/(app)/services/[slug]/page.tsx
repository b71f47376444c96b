import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v4 as newRunKey } from "uuid";
import { FormError } from "@/components/forms/form-error";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { getBalance } from "@/lib/credits";
import { getRun, getServicePage, listRuns, listSwitchedOff } from "@/lib/services";
import { orNotFound } from "@/app/(app)/or-not-found";
import { toProblemWords } from "./_components/problem-words";
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
  const [balance, runs, run, off] = await Promise.all([
    getBalance(ctx, user.id),
    listRuns(ctx, { userId: user.id, slug, limit: shownRuns }),
    typeof runId === "string" ? orNotFound(() => getRun(ctx, { userId: user.id, runId })) : null,
    listSwitchedOff(ctx.db),
  ]);
  if (run && run.serviceSlug !== slug) notFound();
  const words = typeof problem === "string" ? toProblemWords(problem, service.problems) : null;
  const { totalMilli, subscriptionMilli, paygMilli } = balance;

  return (
    <>
      <PageHeader
        title={service.title}
        description={service.summary}
        parents={[{ label: "Services", href: "/services" }]}
      />
      {words && !run ? (
        <div className="mb-6">
          <FormError title={words.title}>{words.text}</FormError>
        </div>
      ) : null}
      {run ? <RunOutcome run={run} service={service} /> : null}
      {off.includes(slug) ? (
        <SwitchedOff />
      ) : (
        <ServiceForm
          service={service}
          balance={{ totalMilli, subscriptionMilli, paygMilli }}
          initialRunKey={newRunKey()}
        />
      )}
      <RunHistory runs={runs} />
    </>
  );
}
