import { PageSkeleton } from "@/components/layout/page-skeleton";

export default function CreditsLoading() {
  return (
    <PageSkeleton
      described
      grid="lg:grid-cols-[3fr_2fr]"
      columns={[
        ["h-56", "h-140"],
        ["h-72", "h-50", "h-96"],
      ]}
    />
  );
}
