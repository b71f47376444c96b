import type { Metadata } from "next";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listServiceHealth } from "@/lib/services";
import { openAdminContext } from "../admin-context";
import { ServiceRow } from "./_components/service-row";

export const metadata: Metadata = { title: "Services" };

const notices = {
  off: { title: "The service is off.", text: "Members see that it is unavailable; the API refuses it." },
  on: { title: "The service is on." },
};

export default async function AdminServicesPage({ searchParams }: PageProps<"/admin/services">) {
  const { ctx } = await openAdminContext();
  const services = await listServiceHealth(ctx);
  return (
    <>
      <PageHeader
        title="Services"
        description="What members spend credits on. Prices are code; a switch counts at once."
      />
      <Notice kind={(await searchParams).notice} words={notices} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {services.map((service) => (
          <ServiceRow key={service.slug} service={service} />
        ))}
      </div>
    </>
  );
}
