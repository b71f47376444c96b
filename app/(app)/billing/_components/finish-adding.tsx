"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { finishAddingAction } from "../_actions/finish-adding";
import { ask } from "./ask";
import { toFailureWords } from "./failure-words";
import { toPaymentNotice } from "./payment-words";
import { useNotice } from "./use-notice";

/** Back from Stripe's page: what was added there becomes the default. Without JavaScript it is saved all the same. */
export function FinishAdding({ sessionId }: { sessionId: string }) {
  const router = useRouter();
  const { show } = useNotice();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void ask(finishAddingAction({ sessionId })).then(({ data, failure }) => {
      if (failure) show({ tone: "danger", ...toFailureWords(failure), action: null });
      if (data) toast.success("Your new payment method is saved. It is the default now.");
      if (data?.payment) show(toPaymentNotice(data.payment));
      // Coming back to this address later shall not choose the default again.
      router.replace("/billing", { scroll: false });
    });
  }, [sessionId, router, show]);
  return (
    <Alert title="You are back from Stripe." className="mb-6">
      What you added there is saved.
    </Alert>
  );
}
