"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { ActionFailure } from "@/lib/actions/types";
import { removeMethodAction } from "../_actions/remove-method";
import { ask } from "./ask";
import { toFailureWords } from "./failure-words";

export interface RemovableMethod {
  id: string;
  name: string;
  keptForPlan: boolean;
  /** What becomes the default when this one goes. */
  successorName: string | null;
}

type RemoveDialogProps = RemovableMethod & { open: boolean; onOpenChange: (open: boolean) => void };

function toConsequence({ keptForPlan, successorName }: RemoveDialogProps): string {
  if (keptForPlan) return "Your plan has nothing else to be paid with. Add another payment method first.";
  if (successorName)
    return `${successorName} becomes your default. To use this one again you would add it anew.`;
  return "Nothing else changes. To use it again you would add it anew.";
}

/** Names what goes and what follows from it, and asks. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { id, name, keptForPlan, open, onOpenChange } = props;
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const words = failure && toFailureWords(failure);

  function change(next: boolean) {
    if (pending) return;
    setFailure(null);
    onOpenChange(next);
  }

  function remove() {
    start(async () => {
      const answer = await ask(removeMethodAction({ paymentMethodId: id }));
      setFailure(answer.failure);
      if (answer.failure) return;
      onOpenChange(false);
      toast.success(`${name} is removed.`);
    });
  }

  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogContent
        title={keptForPlan ? `${name} stays for now` : `Remove ${name}?`}
        description={toConsequence(props)}
      >
        <div className="mt-4 flex flex-col gap-4">
          <FormError title={words?.title}>{words?.detail}</FormError>
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="secondary" disabled={pending} onClick={() => change(false)}>
              {keptForPlan ? "Close" : "Keep it"}
            </Button>
            {keptForPlan ? null : (
              <Button variant="danger" pending={pending} onClick={remove}>
                Remove
              </Button>
            )}
          </div>
        </div>
      </DialogContent>
    </Dialog>
  );
}
