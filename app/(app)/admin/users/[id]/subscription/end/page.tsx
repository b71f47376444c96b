import type { Metadata } from "next";
import Form from "next/form";
import type { Route } from "next";
import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { readHoldings } from "@/app/(app)/admin/refunds/_components/read-holdings";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { previewPlanEnd } from "@/lib/subscriptions";
import { EndPreview } from "../_components/end-preview";
import { PlanActPage } from "../_components/plan-act-page";
import { openPlan } from "../open-plan";
import { readOrWords } from "../read-or-words";

export const metadata: Metadata = { title: "End the plan now" };

const choices = [
  { value: "none", label: "Pay nothing back", text: "the credits live until they expire" },
  { value: "unused", label: "Pay back what is left", text: "the part of the time that is left" },
] as const;
const loadEndSearch = createLoader({ refund: parseAsStringLiteral(["none", "unused"]) });

export default async function EndPage(props: PageProps<"/admin/users/[id]/subscription/end">) {
  const { ctx, person, plan, own } = await openPlan((await props.params).id);
  const { refund } = await loadEndSearch(props.searchParams);
  const [read, holdings] = await Promise.all([
    refund && plan && !own ? readOrWords(() => previewPlanEnd(ctx, { userId: person.id, refund })) : null,
    readHoldings(ctx, person.id),
  ]);
  return (
    <PlanActPage title="End the plan now" {...{ person, plan, own }} refused={read?.refused ?? null}>
      <Card aria-labelledby="choice">
        <CardHeader id="choice" title="What goes back" description="The end cannot be taken back." />
        <CardBody>
          <Form
            action={`/admin/users/${person.id}/subscription/end` as Route}
            scroll={false}
            className="flex flex-col gap-4"
          >
            <fieldset>
              <legend className="sr-only">What goes back</legend>
              {choices.map(({ value, label, text }) => (
                <label key={value} className="flex min-h-8 items-center gap-2.5">
                  <input
                    type="radio"
                    name="refund"
                    value={value}
                    defaultChecked={(refund ?? "none") === value}
                    className="size-4 shrink-0 accent-accent"
                  />
                  <span>
                    {label}, <span className="text-ink-muted">{text}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <Button type="submit" variant="secondary" className="self-start">
              Show what happens
            </Button>
          </Form>
        </CardBody>
      </Card>
      {read?.preview ? <EndPreview person={person} preview={read.preview} holdings={holdings} /> : null}
    </PlanActPage>
  );
}
