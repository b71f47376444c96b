import { PageSkeleton } from "@/components/layout/page-skeleton";

export default function BillingLoading() {
  return <PageSkeleton described grid="lg:grid-cols-[3fr_2fr]" columns={[["h-36", "h-64"], ["h-56"]]} />;
}
