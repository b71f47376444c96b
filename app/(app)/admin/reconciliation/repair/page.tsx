import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { openAdminContext } from "../../admin-context";
import { loadRepairSearch, toRunHref } from "../search-params";
import { RepairAllDesk } from "./_components/repair-all-desk";
import { RepairDesk } from "./_components/repair-desk";

export const metadata: Metadata = { title: "Repair" };

export default async function RepairPage({ searchParams }: PageProps<"/admin/reconciliation/repair">) {
  const { ctx, origin } = await openAdminContext();
  const { key, run, kind, done } = await loadRepairSearch(searchParams);
  if (!key && !(run && kind)) notFound();
  const parents = [
    { label: "Reconciliation", href: "/admin/reconciliation" as const },
    ...(run ? [{ label: "Run", href: toRunHref(run) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={key ? "Repair a difference" : "Repair all of a kind"}
        description="A repair reads the object from Stripe again and writes what its webhook would have written."
        parents={parents}
      />
      <Card aria-label="Repair">
        {key ? <RepairDesk ctx={ctx} origin={origin} difference={key} run={run} done={done} /> : null}
        {!key && run && kind ? <RepairAllDesk ctx={ctx} run={run} kind={kind} /> : null}
      </Card>
    </>
  );
}
