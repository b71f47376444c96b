import { CircleCheck, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ComparedPrice, StripePrice } from "@/lib/catalog/types";
import { formatCredits } from "@/lib/shared/format";
import { amountWords, differences, problemWords } from "./catalog-words";

const small = "block text-[0.8125rem] break-words text-ink-muted";

/** Ours beside Stripe's, price by price. */
export function PriceTable({ prices }: { prices: readonly ComparedPrice[] }) {
  return (
    <Card aria-labelledby="prices">
      <CardHeader
        id="prices"
        title="Plans and packs"
        description="What we sell is code (lib/catalog/catalog.ts); what people pay is what Stripe has."
      />
      <Table label="Table of prices" className="mt-3">
        <TableHead>
          <tr>
            <TableHeader>Ours</TableHeader>
            <TableHeader numeric className="max-md:hidden">
              Credits
            </TableHeader>
            <TableHeader numeric>Price</TableHeader>
            <TableHeader className="max-md:hidden">At Stripe</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {prices.map((price) => (
            <ComparedRow key={price.lookupKey} price={price} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function ComparedRow({ price }: { price: ComparedPrice }) {
  const { lookupKey, ours } = price;
  return (
    <TableRow>
      <TableCell>
        <span className="font-medium">{ours.name}</span>{" "}
        <Badge tone={ours.kind === "plan" ? "subscription" : "payg"}>
          {ours.kind === "plan" ? "Plan" : "Pack"}
        </Badge>
        <span className={`${small} font-mono`}>{lookupKey}</span>
        <span className="mt-1 block md:hidden">
          <AtStripe price={price} />
        </span>
      </TableCell>
      <TableCell numeric data-figures className="max-md:hidden">
        {ours.credits.toLocaleString("en-US")}
        {ours.kind === "plan" ? <span className={small}>a month</span> : null}
      </TableCell>
      <TableCell numeric data-figures>
        {amountWords(ours)}
      </TableCell>
      <TableCell className="max-w-80 max-md:hidden">
        <AtStripe price={price} />
      </TableCell>
    </TableRow>
  );
}

/** What differs there, or that nothing does. */
function AtStripe({ price }: { price: ComparedPrice }) {
  const found = differences(price);
  return (
    <>
      {found.length === 0 ? (
        <span className="flex items-center gap-1.5 text-positive">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
          The same at Stripe
        </span>
      ) : (
        found.map((words) => (
          <span key={words} className="flex gap-1.5 break-words">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
            {words}
          </span>
        ))
      )}
      {price.stripe ? (
        <span className={`${small} font-mono break-all`}>{price.stripe.stripePriceId}</span>
      ) : null}
    </>
  );
}

/** What Stripe sells besides: made there by hand, or by an older release. */
export function OtherPrices({ prices }: { prices: readonly StripePrice[] }) {
  return (
    <Card aria-labelledby="others">
      <CardHeader
        id="others"
        title="Only at Stripe"
        description="Not in our catalogue. A sync leaves it alone; archive it in Stripe if it should not be there."
      />
      <ul className="mt-3 divide-y divide-line">
        {prices.map((price) => (
          <li key={price.stripePriceId} className="px-5 py-3">
            <p className="font-medium break-words">
              {price.name}, {amountWords(price)}
              {price.creditsMilli === null ? "" : `, ${formatCredits(price.creditsMilli)} credits`}
            </p>
            <p className={`${small} font-mono break-all`}>
              {price.lookupKey ? `${price.lookupKey} · ` : ""}
              {price.stripePriceId}
            </p>
            {price.problem ? <p className="break-words text-warning">{problemWords(price.problem)}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
