"use client";

import { Check, Ellipsis, Trash2 } from "lucide-react";
import { useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { buttonStyles } from "@/components/ui/button-styles";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Spinner } from "@/components/ui/spinner";
import { makeDefaultAction } from "../_actions/make-default";
import { ask } from "./ask";
import { toFailureWords } from "./failure-words";
import { toPaymentNotice } from "./payment-words";
import { RemoveDialog, type RemovableMethod } from "./remove-dialog";
import { useNotice } from "./use-notice";

type MethodMenuProps = RemovableMethod & { isDefault: boolean };

export function MethodMenu(props: MethodMenuProps) {
  const { id, name, isDefault } = props;
  const { show } = useNotice();
  const [pending, start] = useTransition();
  const [removing, setRemoving] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);

  function makeDefault() {
    show(null);
    start(async () => {
      const { data, failure } = await ask(makeDefaultAction({ paymentMethodId: id }));
      if (failure) {
        show({ tone: "danger", ...toFailureWords(failure), action: null });
        return;
      }
      toast.success(`${name} is your default now.`);
      if (data?.payment) show(toPaymentNotice(data.payment));
    });
  }

  return (
    <div className="relative">
      <DropdownMenu>
        <DropdownMenuTrigger
          ref={trigger}
          aria-label={`What to do with ${name}`}
          aria-busy={pending || undefined}
          disabled={pending}
          className={buttonStyles({ variant: "ghost", size: "icon" })}
        >
          {pending ? <Spinner /> : <Ellipsis aria-hidden="true" />}
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {isDefault ? null : (
            <DropdownMenuItem onSelect={makeDefault}>
              <Check aria-hidden="true" />
              Make default
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => setRemoving(true)}>
            <Trash2 aria-hidden="true" />
            Remove…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <RemoveDialog {...props} open={removing} onOpenChange={setRemoving} />
    </div>
  );
}
