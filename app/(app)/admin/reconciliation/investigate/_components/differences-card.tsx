import { LinkButton } from "@/components/ui/link-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Finding } from "@/lib/transactions";
import { DifferenceFacts } from "../../_components/difference-facts";
import { toRepairHref } from "../../search-params";

/** What a run would find on it, with the way to repair it. */
export function DifferencesCard({ finding: { differences, object, registration } }: { finding: Finding }) {
  if (!object) return null;
  // A payment that nothing of ours led to has no webhook that could bring it: it is registered instead.
  const byRepair = registration?.cause !== "nothing";
  return (
    <Card aria-labelledby="differs">
      <CardHeader id="differs" title="What differs" />
      {differences.length === 0 ? (
        <CardBody className="pt-2 text-ink-muted">Nothing that is compared differs.</CardBody>
      ) : (
        <ul className="divide-y divide-line pt-1">
          {differences.map((difference) => (
            <li key={difference.key} className="flex flex-wrap items-start justify-between gap-4 px-5 py-3">
              <div className="min-w-0">
                <DifferenceFacts difference={difference} />
              </div>
              {difference.repairable && byRepair ? (
                <LinkButton
                  href={toRepairHref({ key: difference.key })}
                  variant="secondary"
                  size="sm"
                  prefetch={false}
                >
                  Repair
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
