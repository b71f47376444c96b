import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

import { type ChartPoint } from "./chart-point";

type PointTableProps = { label: string; unit: string; points: readonly ChartPoint[] };

const exact = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** The same readings as the chart, newest first, in the chart's space. */
export function PointTable({ label, unit, points }: PointTableProps) {
  return (
    <div className="h-full overflow-y-auto">
      <Table label={label}>
        <TableHead>
          <tr>
            <TableHeader>When</TableHeader>
            <TableHeader numeric className="capitalize">
              {unit}
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {points.toReversed().map((point, index) => (
            <TableRow key={`${point.at} ${index}`}>
              <TableCell>
                <DateTime value={new Date(point.at)} show="time" />
              </TableCell>
              <TableCell numeric>{exact.format(point.value)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
