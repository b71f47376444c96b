import { ShieldAlert, ShieldCheck } from "lucide-react";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { AuditCheck } from "@/lib/audit/types";
import { VerifyForm } from "./verify-form";

const figures = new Intl.NumberFormat("en-US");

/** Whether the record is as it was written, and when somebody last made sure of it. */
export function ChainCard({ check }: { check: AuditCheck | null }) {
  const broken = check !== null && check.problems > 0;
  const Icon = broken ? ShieldAlert : ShieldCheck;
  return (
    <Card aria-labelledby="chain" className="mb-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
        <Icon
          aria-hidden="true"
          className={`size-5 shrink-0 ${broken ? "text-danger" : check ? "text-positive" : "text-ink-muted"}`}
        />
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="chain" className="font-medium">
            {check === null
              ? "Not verified yet"
              : broken
                ? `Broken: ${figures.format(check.problems)} of the chains are not as they were written`
                : "Every entry is as it was written"}
          </h2>
          <p className="text-ink-muted">
            {check ? (
              <>
                {figures.format(check.entries)} entries, verified <DateTime value={check.at} show="time" /> by{" "}
                <span className="break-all">{check.by}</span>
                {broken ? ". “quickscale audit verify” names the first broken entry of each." : ""}
              </>
            ) : (
              "Each entry holds the hash of the one before it. They are recomputed every night."
            )}
          </p>
        </div>
        <VerifyForm />
      </div>
    </Card>
  );
}
