import type { Route } from "next";
import { z } from "zod";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { Pagination } from "@/components/ui/pagination";
import type { AppContext } from "@/lib/context";
import { getStanding, listAdjustments, previewAdjustment } from "@/lib/credit-adjustments";
import { wishSchema } from "@/lib/credit-adjustments/schema";
import { defaultNotes } from "@/lib/credit-adjustments/types";
import { formatCredits } from "@/lib/shared/format";
import { submitAdjustment } from "../_actions/adjust";
import { AdjustmentsCard } from "./adjustments-card";
import { PreviewCard } from "./preview-card";
import { readText, readWishFields, toFormValues } from "./wish-fields";
import { WishForm } from "./wish-form";

interface AdjustDeskProps {
  ctx: AppContext;
  userId: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
}

const verbs = { add: "Add", remove: "Remove", forgive: "Forgive" } as const;
const meanings = {
  add: "Added by our support",
  remove: "Taken back by our support",
  forgive: "Forgiven by our support",
} as const;

const toSeq = (text: string) => (/^\d{1,15}$/.test(text) ? BigInt(text) : null);

/** The form, what it would do, and what was done before. */
export async function AdjustDesk({ ctx, userId, search }: AdjustDeskProps) {
  const fields = readWishFields(search);
  const asked = search.amount !== undefined;
  const parsed = asked ? wishSchema.safeParse(toFormValues(fields)) : null;
  const [standing, preview, history] = await Promise.all([
    getStanding(ctx, userId),
    parsed?.success ? previewAdjustment(ctx, { userId, wish: parsed.data }) : null,
    listAdjustments(ctx, {
      ...{ userId, before: toSeq(readText(search, "before")), after: toSeq(readText(search, "after")) },
    }),
  ]);
  const path = `/admin/users/${userId}/adjust`;
  const toPage = (name: string, seq: bigint | null) =>
    seq === null ? null : (`${path}?${name}=${seq}` as Route);
  return (
    <>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-labelledby="wish">
          <CardHeader id="wish" title="What to change" />
          <CardBody className="flex flex-col gap-5">
            <div className="grid grid-cols-2 gap-5">
              <Figure label="Can spend now" value={formatCredits(standing.spendableMilli)} />
              <Figure label="Owes" value={formatCredits(standing.debtMilli)} />
            </div>
            <WishForm
              path={path}
              fields={fields}
              errors={parsed?.error ? z.flattenError(parsed.error).fieldErrors : {}}
              debtMilli={standing.debtMilli}
            />
          </CardBody>
        </Card>
        {preview && parsed?.success ? (
          <PreviewCard
            preview={preview}
            userId={userId}
            action={submitAdjustment}
            label={`${verbs[fields.act]} ${formatCredits(parsed.data.creditsMilli)} credits`}
            values={toFormValues(fields)}
            memberReads={
              <>
                The member reads “{parsed.data.note ?? defaultNotes[fields.act]}”, and under it “
                {meanings[fields.act]}”.
              </>
            }
          />
        ) : null}
      </div>
      {history.adjustments.length > 0 ? (
        <AdjustmentsCard
          userId={userId}
          adjustments={history.adjustments}
          footer={
            <Pagination
              label="Pages of changes"
              previousHref={toPage("after", history.newer)}
              nextHref={toPage("before", history.older)}
            />
          }
        />
      ) : null}
    </>
  );
}
