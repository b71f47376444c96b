import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { AppContext } from "@/lib/context";
import { findChosen } from "@/lib/reconciliation";
import { formatMoney } from "@/lib/shared/format";
import type { Finding } from "@/lib/transactions";
import { RegisterPreview } from "./register-preview";
import { WishForm } from "./wish-form";

type RegisterCardProps = { ctx: AppContext; finding: Finding; person: string; pack: string };

const causes = {
  checkout: "One of our checkouts led to it: it brings what was agreed there, to who made it.",
  invoice: "An invoice of Stripe's led to it: it brings what the invoice says.",
  nothing: "Nothing of ours led to it. Say whose it is and what it paid for; nothing is guessed.",
} as const;

/** First whose it is and what for, then what that would do, then why and the button. */
export async function RegisterCard({ ctx, finding, person, pack }: RegisterCardProps) {
  const { payment, registration, people, sure } = finding;
  if (!payment || !registration) return null;
  const { cause, checkoutUserId, packs } = registration;
  const owner = people.find(({ id }) => id === (checkoutUserId ?? sure));
  const holder = people.find(({ by }) => by === "row");
  const typed = person || (checkoutUserId ?? "");
  const chosen = typed ? await findChosen(ctx, typed) : null;
  const { amountMinor, currency, paymentIntentId } = payment;
  const fitting = packs.find(({ price }) => price.amountMinor === amountMinor && price.currency === currency);
  const wanted = cause === "nothing" ? packs.find(({ price }) => price.lookupKey === pack) : undefined;
  const ready = chosen !== null && (cause !== "nothing" || wanted !== undefined);
  return (
    <Card aria-labelledby="register">
      <CardHeader id="register" title="Register it to its member" description={causes[cause]} />
      <CardBody className="flex flex-col gap-5">
        {people.length > 1 ? (
          <Alert tone="warning" title="It may be of several members">
            Stripe&apos;s customer and our rows do not name the same person. Choose with care, and say why.
          </Alert>
        ) : null}
        <WishForm
          id={finding.id}
          person={person || (chosen?.email ?? owner?.email ?? "")}
          pack={pack || (fitting?.price.lookupKey ?? "")}
          packs={packs}
        />
        {person && !chosen ? (
          <Alert tone="danger" title="Nobody here has this address or id">
            Write the whole address, or the user id.
          </Alert>
        ) : null}
        {wanted && wanted.price.amountMinor !== amountMinor ? (
          <Alert tone="warning" title="This is not the price of that pack">
            {formatMoney(amountMinor, currency)} was paid; the pack costs{" "}
            {formatMoney(wanted.price.amountMinor, wanted.price.currency)}.
          </Alert>
        ) : null}
        {chosen && holder && holder.id !== chosen.id ? (
          <Alert tone="warning" title={`Stripe's customer is that of ${holder.email}`}>
            Somebody else paid, as far as we know. Register it to {chosen.email} only if you know better.
          </Alert>
        ) : null}
        {ready ? (
          <RegisterPreview
            ctx={ctx}
            wish={{
              paymentIntentId,
              userId: chosen.id,
              email: chosen.email,
              lookupKey: wanted?.price.lookupKey ?? null,
            }}
          />
        ) : null}
      </CardBody>
    </Card>
  );
}
