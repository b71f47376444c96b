import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, People } from "@/lib/analytics/types";
import { columnsOf, count, dayColumn } from "@/components/charts/columns";

export function peopleDataset({ points }: People, bucket: Bucket): Dataset {
  const titles = { signedUp: "Signed up", verified: "Verified", active: "Active", deleted: "Deleted" };
  return {
    title: `People by ${bucket}`,
    columns: [dayColumn(bucket), ...columnsOf(count, { ...titles, total: "Accounts" })],
    rows: points.map(({ day, signedUp, verified, active, deleted, total }) => [
      ...[day, signedUp, verified, active, deleted, total],
    ]),
  };
}
