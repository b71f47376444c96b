import type { z } from "zod";
import type { FormField, ServiceCard, ServicePage, ServiceQuote } from "@/lib/services/types";
import { toCredits } from "./schemas/credits";
import type { quote, service, serviceList } from "./schemas/service";

type Field = z.input<typeof service>["fields"][number];
type Summary = z.input<typeof serviceList>["data"][number];

function toSummary({ slug, title, summary, price }: ServiceCard): Summary {
  return { slug, title, summary, price: price && { credits: toCredits(price.creditsMilli), per: price.per } };
}

function toField(field: FormField): Field {
  const base = {
    ...{ name: field.name, label: field.label, hint: field.hint ?? null },
    ...{ maxLength: null, maxBytes: null, accept: null, options: null, minimum: null, maximum: null },
  };
  switch (field.control) {
    case "text":
      return { ...base, kind: "text", maxLength: field.maxLength };
    case "file":
      return { ...base, kind: "file", maxBytes: field.maxBytes, accept: [...field.accept] };
    case "choice":
      return { ...base, kind: "choice", options: field.options.map(({ value }) => value) };
    case "range":
    case "number":
      return { ...base, kind: "number", minimum: field.min, maximum: field.max };
  }
}

export function toServiceList(cards: readonly ServiceCard[]): z.input<typeof serviceList> {
  return { data: cards.map(toSummary) };
}

export function toService(page: ServicePage): z.input<typeof service> {
  return { ...toSummary(page), fields: page.fields.map(toField), problems: { ...page.problems } };
}

export function toQuote({ quoteMilli, balance, missingMilli, split }: ServiceQuote): z.input<typeof quote> {
  return {
    quote: toCredits(quoteMilli),
    available: toCredits(balance.totalMilli),
    missing: toCredits(missingMilli),
    payment: split && {
      subscription: toCredits(split.subscriptionMilli),
      payAsYouGo: toCredits(split.paygMilli),
    },
  };
}
