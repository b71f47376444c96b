import type { Metadata, Route } from "next";
import Form from "next/form";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { toPlanTitle } from "@/app/(app)/billing/plans/_components/plan-words";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { listPlansForSale } from "@/lib/catalog";
import { previewPlanChange } from "@/lib/subscriptions";
import { ChangeEffects } from "../_components/change-effects";
import { PlanActPage } from "../_components/plan-act-page";
import { openPlan } from "../open-plan";
import { readOrWords } from "../read-or-words";

export const metadata: Metadata = { title: "Change the plan" };

const loadChangeSearch = createLoader({
  to: parseAsString,
  when: parseAsStringLiteral(["now", "period_end"]),
});

export default async function ChangePage(props: PageProps<"/admin/users/[id]/subscription/change">) {
  const { ctx, person, plan, own } = await openPlan((await props.params).id);
  const { to, when } = await loadChangeSearch(props.searchParams);
  const offers = (await listPlansForSale(ctx.db)).filter(
    (offer) => offer.stripePriceId !== plan?.stripePriceId,
  );
  const choice = { userId: person.id, lookupKey: to ?? "", when: when ?? undefined };
  const read = to && plan && !own ? await readOrWords(() => previewPlanChange(ctx, choice)) : null;
  return (
    <PlanActPage title="Change the plan" {...{ person, plan, own }} refused={read?.refused ?? null}>
      <Card aria-labelledby="choice">
        <CardHeader id="choice" title="To which plan, and when" />
        <CardBody>
          <Form
            action={`/admin/users/${person.id}/subscription/change` as Route}
            scroll={false}
            className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
          >
            <Field name="to" label="Plan">
              {(control) => (
                <Select {...control} defaultValue={to ?? offers[0]?.price.lookupKey}>
                  {offers.map(({ price, name, interval }) => (
                    <option key={price.lookupKey} value={price.lookupKey}>
                      {toPlanTitle({ planName: name, interval })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="when" label="When">
              {(control) => (
                <Select {...control} defaultValue={when ?? ""}>
                  <option value="">As for a member</option>
                  <option value="now">At once</option>
                  <option value="period_end">At the end of the period</option>
                </Select>
              )}
            </Field>
            <Button type="submit" variant="secondary">
              Show what happens
            </Button>
          </Form>
        </CardBody>
      </Card>
      {plan && read?.preview ? (
        <ChangeEffects userId={person.id} plan={plan} preview={read.preview} when={when} />
      ) : null}
    </PlanActPage>
  );
}
