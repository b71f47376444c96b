import { CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { cardLabel } from "@/lib/payments";
import type { PaymentDetail, PaymentTry } from "@/lib/payments/types";
import { toDeclineWords } from "../../../_components/decline-words";

const looks: Readonly<Record<PaymentTry["status"], { Icon: LucideIcon; colour: string; word: string }>> = {
  succeeded: { Icon: CircleCheck, colour: "text-positive", word: "Paid" },
  failed: { Icon: CircleX, colour: "text-danger", word: "Declined" },
  pending: { Icon: Clock, colour: "text-ink-muted", word: "On its way" },
};

/** Every try to charge a card, newest first. One that worked at once is told by the payment itself. */
export function AttemptsCard({ payment: { attempts } }: { payment: PaymentDetail }) {
  if (attempts.every(({ status }) => status === "succeeded")) return null;
  return (
    <Card aria-labelledby="attempts">
      <CardHeader id="attempts" title={attempts.length === 1 ? "The try" : `${attempts.length} tries`} />
      <ul className="mt-2 divide-y divide-line">
        {attempts.map((attempt) => (
          <AttemptRow key={attempt.id} attempt={attempt} />
        ))}
      </ul>
    </Card>
  );
}

function AttemptRow({ attempt }: { attempt: PaymentTry }) {
  const { status, failureCode, declineCode, card, at } = attempt;
  const { Icon, colour, word } = looks[status];
  return (
    <li className="flex gap-3 px-5 py-3">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0">
        <p className="font-medium">{word}</p>
        {status === "failed" ? (
          <p className="text-ink-muted">{toDeclineWords({ code: failureCode, declineCode })}</p>
        ) : null}
        <p className="text-[0.8125rem] text-ink-muted">
          {card ? `${cardLabel(card)} · ` : ""}
          <DateTime value={at} show="time" className="whitespace-normal" />
        </p>
      </div>
    </li>
  );
}
