import { Badge } from "@/components/ui/badge";
import type { PaymentMethod } from "@/lib/payment-methods/types";
import { BrandMark } from "./brand-mark";
import { MethodMenu } from "./method-menu";
import { toMethodDetail, toMethodName } from "./method-words";

interface MethodRowProps {
  method: PaymentMethod;
  all: readonly PaymentMethod[];
}

export function MethodRow({ method, all }: MethodRowProps) {
  const name = toMethodName(method);
  const successor = all.find(({ id }) => id === method.successorId);
  return (
    <li className="flex min-h-17 items-center gap-4 px-5 py-3">
      <BrandMark label={method.card?.label ?? null} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span data-figures className="font-medium">
            {name}
          </span>
          {method.isDefault ? <Badge tone="accent">Default</Badge> : null}
          {method.isExpired ? <Badge tone="danger">Expired</Badge> : null}
        </p>
        <p data-figures className="mt-0.5 text-[0.8125rem] text-ink-muted empty:hidden">
          {toMethodDetail(method)}
        </p>
      </div>
      <MethodMenu
        id={method.id}
        name={name}
        isDefault={method.isDefault}
        keptForPlan={method.keptForPlan}
        successorName={successor ? toMethodName(successor) : null}
      />
    </li>
  );
}
