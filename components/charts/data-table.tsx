import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Dataset } from "./dataset";
import { formatCell } from "./format-cell";

const isNumeric = (kind: string) => kind !== "text" && kind !== "day";

/** What a chart draws, in exact figures. */
export function DataTable({ dataset: { title, columns, rows } }: { dataset: Dataset }) {
  return (
    <Table label={`${title}, as a table`}>
      <TableHead>
        <tr>
          {columns.map(({ key, title: name, unit }) => (
            <TableHeader key={key} numeric={isNumeric(unit.kind)} className="bg-surface">
              {name}
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={index}>
            {columns.map(({ key, unit }, at) =>
              at === 0 ? (
                <th
                  key={key}
                  scope="row"
                  className="py-2 pr-4 pl-5 text-left align-top font-normal whitespace-nowrap"
                >
                  {formatCell(row[at] ?? null, unit)}
                </th>
              ) : (
                <TableCell key={key} numeric={isNumeric(unit.kind)} className="py-2">
                  {formatCell(row[at] ?? null, unit)}
                </TableCell>
              ),
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
