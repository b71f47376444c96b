"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition, type ChangeEvent, type SubmitEvent } from "react";
import { v4 as newRunKey } from "uuid";
import type { QuotaPlan } from "@/components/quotas/next-plan-rows";
import { Card, CardBody } from "@/components/ui/card";
import type { CreditBalanceView, ServicePage } from "@/lib/services/types";
import { CostPanel } from "./cost-panel";
import { FormRefusal } from "./form-refusal";
import { findOversized, hasRequiredInput, toFieldErrors } from "./form-state";
import { sendRun, type FormProblem } from "./send-form";
import { ServiceField } from "./service-field";
import { useQuote } from "./use-quote";

type ServiceFormProps = {
  service: ServicePage;
  balance: CreditBalanceView;
  plan: QuotaPlan;
  initialRunKey: string;
};

/** The form of any service. Without JavaScript it is a plain form, whose answer is this page with the result. */
export function ServiceForm({ service, balance, plan, initialRunKey }: ServiceFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [runKey, setRunKey] = useState(initialRunKey);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [running, startRun] = useTransition();
  const { quote, askQuote } = useQuote(service.slug);

  function price() {
    if (!form.current || service.price === null) return;
    const data = new FormData(form.current);
    askQuote(hasRequiredInput(service.fields, data) && !findOversized(service.fields, data) ? data : null);
  }
  // What the browser restored, or what was typed before this code ran, has a price, too.
  const initialPrice = useRef(price);
  useEffect(() => {
    const timer = setTimeout(() => initialPrice.current());
    return () => clearTimeout(timer);
  }, []);

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    setProblem(findOversized(service.fields, new FormData(event.currentTarget)));
    setRunKey(newRunKey()); // another input is another run
    price();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running) return;
    const data = new FormData(event.currentTarget);
    const oversized = findOversized(service.fields, data);
    if (oversized) {
      setProblem(oversized);
      return;
    }
    if (quote.status === "ready") data.set("approvedMilli", String(quote.quote.quoteMilli));
    startRun(async () => {
      const answer = await sendRun(service.slug, data);
      setProblem(answer.ok ? null : answer.problem);
      // Without an answer it may have run: the same key asks for its outcome instead of a second run.
      if (answer.ok || answer.problem.code !== "network") setRunKey(newRunKey());
      price(); // the balance may be another one now
      if (!answer.ok) return;
      router.push(`/services/${service.slug}?run=${answer.value.runId}`, { scroll: false });
      router.refresh();
    });
  }

  const refused = problem ?? (quote.status === "refused" ? quote.problem : null);
  const fieldErrors = toFieldErrors(refused, service.problems);

  return (
    <form
      ref={form}
      action={`/services/${service.slug}/run`}
      method="post"
      encType="multipart/form-data"
      noValidate
      aria-label={`Run ${service.title}`}
      onChange={onChange}
      onSubmit={onSubmit}
      className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start"
    >
      <input type="hidden" name="runKey" value={runKey} />
      <Card>
        <CardBody className="flex flex-col gap-6">
          {refused && Object.keys(fieldErrors).length === 0 ? (
            <FormRefusal problem={refused} plan={plan} />
          ) : null}
          {service.fields.map((field) => (
            <ServiceField key={field.name} field={field} errors={fieldErrors[field.name]} />
          ))}
        </CardBody>
      </Card>
      <CostPanel service={service} balance={balance} quote={quote} running={running} />
    </form>
  );
}
