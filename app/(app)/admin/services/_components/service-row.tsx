import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { PriceTag } from "@/components/services/price-tag";
import { Badge } from "@/components/ui/badge";
import { Card, CardFooter } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ServiceFigures, ServiceHealth } from "@/lib/services/types";
import { formatCredits } from "@/lib/shared/format";
import { submitSwitch } from "../_actions/switch-service";

const failures = {
  "services.not_found": {
    title: "This service is off in the code.",
    detail: "A switch cannot turn it on: set it active where it is defined.",
  },
};

/** One service: whether it is on, its price, and how its runs went. */
export function ServiceRow({ service }: { service: ServiceHealth }) {
  const { slug, title, price, active, retired, switched } = service;
  const verb = active ? "Switch off" : "Switch on";
  return (
    <Card aria-labelledby={slug}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 pt-5">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="flex flex-wrap items-center gap-2 text-[0.9375rem]">
            <span id={slug}>{title}</span>
            {active ? <Badge tone="positive">On</Badge> : <Badge tone="warning">Off</Badge>}
          </h2>
          <p className="mt-0.5 text-ink-muted">
            <PriceTag price={price} />
            <span className="block font-mono text-[0.8125rem]">{slug}</span>
          </p>
        </div>
        {retired ? (
          <p className="text-ink-muted">Off in the code.</p>
        ) : (
          <div className="has-open:w-full">
            <ActDisclosure label={verb} describedAs={`${verb}: ${title}`}>
              <p className="mb-3 text-ink-muted">
                {active
                  ? "At once, in the app and the API: nobody can quote or run it. Runs that go on end as usual."
                  : "At once: members see its form again, and the API lists it."}
              </p>
              <ActForm
                id={`switch-${slug}`}
                action={submitSwitch}
                label={verb}
                variant={active ? "danger" : "primary"}
                values={{ slug, to: active ? "off" : "on" }}
                words={failures}
              />
            </ActDisclosure>
          </div>
        )}
      </div>
      <Figures service={service} />
      {switched ? (
        <CardFooter className="justify-start gap-x-2 gap-y-1">
          <span>
            Switched {active ? "on" : "off"} <DateTime value={switched.changedAt} show="time" /> by{" "}
            <span className="break-all">{switched.changedBy}</span>:
          </span>
          <span className="min-w-0 break-words text-ink">“{switched.reason}”</span>
        </CardFooter>
      ) : null}
    </Card>
  );
}

function Figures({ service: { title, day, week, month } }: { service: ServiceHealth }) {
  const rows = [
    { label: "24 hours", sums: day },
    { label: "7 days", sums: week },
    { label: "30 days", sums: month },
  ];
  return (
    <Table label={`Runs of ${title}`} className="mt-3">
      <TableHead>
        <tr>
          <TableHeader>Last</TableHeader>
          <TableHeader numeric>Runs</TableHeader>
          <TableHeader numeric>Credits</TableHeader>
          <TableHeader numeric>Failed</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ label, sums }) => (
          <TableRow key={label}>
            <TableCell className="py-2 text-ink-muted">{label}</TableCell>
            <TableCell numeric data-figures className="py-2">
              {sums.runs.toLocaleString("en-US")}
            </TableCell>
            <TableCell numeric data-figures className="py-2">
              {formatCredits(sums.creditsMilli)}
            </TableCell>
            <TableCell numeric data-figures className="py-2">
              <Failed sums={sums} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** From one in twenty on it stands out. */
function Failed({ sums: { runs, failed } }: { sums: ServiceFigures }) {
  if (failed === 0) return <span className="text-ink-muted">0</span>;
  const share = failed / runs;
  const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );
  return (
    <span className={share >= 0.05 ? "font-medium text-danger" : undefined}>
      {failed.toLocaleString("en-US")} <span className="text-[0.8125rem]">({percent})</span>
    </span>
  );
}
