import { PageSkeleton } from "@/components/layout/page-skeleton";

export default function HistoryLoading() {
  return <PageSkeleton described grid="grid-cols-1" columns={[["h-200"]]} />;
}
