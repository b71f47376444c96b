import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { getBalance } from "@/lib/credits";
import { listServices, listSwitchedOff } from "@/lib/services";
import { ServiceCard } from "./_components/service-card";
import { SpendingOrder } from "./_components/spending-order";

export const metadata: Metadata = { title: "Services" };

export default async function ServicesPage() {
  const { user, ctx } = await openMemberPage();
  const [balance, off] = await Promise.all([getBalance(ctx, user.id), listSwitchedOff(ctx.db)]);
  return (
    <>
      <PageHeader
        title="Services"
        description="You see the price before you run anything, and pay only for runs that succeed."
      />
      <SpendingOrder balance={balance} />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {listServices().map((service) => (
          <ServiceCard key={service.slug} service={service} off={off.includes(service.slug)} />
        ))}
      </ul>
    </>
  );
}
