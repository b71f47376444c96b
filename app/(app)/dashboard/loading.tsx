import { PageSkeleton } from "@/components/layout/page-skeleton";

export default function DashboardLoading() {
  return (
    <PageSkeleton
      grid="lg:grid-cols-[2fr_3fr]"
      columns={[
        ["h-76", "h-62", "h-72"],
        ["h-92", "h-96"],
      ]}
    />
  );
}
