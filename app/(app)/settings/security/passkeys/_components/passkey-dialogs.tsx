"use client";

import { useRouter } from "next/navigation";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { PasskeyView } from "@/lib/passkeys/types";
import { ConfirmFirst } from "../../../_components/confirm-first";
import { RemoveForm } from "./remove-form";
import { RenameForm } from "./rename-form";

interface PasskeyDialogsProps {
  passkeys: readonly PasskeyView[];
  renameId: unknown;
  removeId: unknown;
  /** Whether the person proved a short time ago who they are. */
  confirmed: boolean;
}

/** Dialogs whose being open is in the address: a link opens them, with and without a script. */
export function PasskeyDialogs({ passkeys, renameId, removeId, confirmed }: PasskeyDialogsProps) {
  const router = useRouter();
  const close = () => router.replace("/settings/security", { scroll: false });
  const renamed = passkeys.find(({ id }) => id === renameId);
  const removed = passkeys.find(({ id }) => id === removeId);
  if (renamed) {
    return (
      <Dialog open onOpenChange={close}>
        <DialogContent title={`Rename ${renamed.name}`}>
          <RenameForm passkeyId={renamed.id} name={renamed.name} />
        </DialogContent>
      </Dialog>
    );
  }
  if (!removed) return null;
  return (
    <Dialog open onOpenChange={close}>
      <DialogContent
        title={`Remove ${removed.name}?`}
        description="It signs nobody in from now on. Delete it on your device, too, so that it is not offered any more."
      >
        {confirmed ? (
          <RemoveForm passkeyId={removed.id} name={removed.name} />
        ) : (
          <div className="mt-5">
            <ConfirmFirst
              next={`/settings/security?remove-passkey=${removed.id}`}
              purpose="remove a passkey"
            />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
