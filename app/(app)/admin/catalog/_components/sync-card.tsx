import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import type { CatalogComparison } from "@/lib/catalog";
import { submitCatalogSync } from "../_actions/sync-catalog";
import { changeWords, syncFailures } from "./catalog-words";

type SyncCardProps = Pick<CatalogComparison, "changes" | "token">;

/** What a sync would do, line by line, and the button that does exactly that. */
export function SyncCard({ changes, token }: SyncCardProps) {
  const count = changes.length;
  const title = count === 0 ? "Nothing to change" : `${count} change${count === 1 ? "" : "s"} in Stripe`;
  return (
    <Card aria-labelledby="sync">
      <CardHeader
        id="sync"
        title={title}
        description={
          count === 0
            ? "Stripe sells what the catalogue says. A sync only copies its prices here again."
            : "A sync would do this, in this order. A price is never changed: a new one takes its place, and running plans keep theirs."
        }
      />
      <CardBody>
        {count > 0 ? (
          <ol className="mb-5 flex list-decimal flex-col gap-1 pl-5">
            {changes.map((change) => (
              <li key={changeWords(change)} className="break-words">
                {changeWords(change)}
              </li>
            ))}
          </ol>
        ) : null}
        <ActForm
          id="sync"
          action={submitCatalogSync}
          label={count === 0 ? "Copy Stripe’s prices" : "Sync now"}
          variant={count === 0 ? "secondary" : "primary"}
          values={{ token }}
          words={syncFailures}
        />
      </CardBody>
      <CardFooter>The same as quickscale stripe sync.</CardFooter>
    </Card>
  );
}
