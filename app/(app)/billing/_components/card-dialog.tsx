"use client";

import { useState } from "react";
import { toast } from "sonner";
import type { NewDefault } from "@/lib/payment-methods/types";
import { CardForm } from "./card-form";
import { FrameDialog } from "./frame-dialog";
import type { StripeJs } from "./load-stripe-js";
import { toPaymentNotice } from "./payment-words";
import { useNotice } from "./use-notice";

interface CardDialogProps {
  stripeJs: StripeJs;
  onClose: () => void;
}

export function CardDialog({ stripeJs, onClose }: CardDialogProps) {
  const { show } = useNotice();
  const [busy, setBusy] = useState(false);

  function onAdded({ payment }: NewDefault) {
    toast.success("Your new payment method is saved. It is the default now.");
    show(payment && toPaymentNotice(payment));
    onClose();
  }

  return (
    <FrameDialog
      title="Add payment method"
      description="It becomes your default. What you type here goes to Stripe and never reaches us."
      locked={busy}
      onClose={onClose}
    >
      <CardForm stripeJs={stripeJs} onBusy={setBusy} onAdded={onAdded} onCancel={onClose} />
    </FrameDialog>
  );
}
