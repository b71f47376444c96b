"use client";

import { useRouter } from "next/navigation";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { ApiKeyView } from "@/lib/api-keys/types";
import { ConfirmFirst } from "../../_components/confirm-first";
import { RevokeForm } from "./revoke-form";
import { RotateForm } from "./rotate-form";

interface KeyDialogsProps {
  keys: readonly ApiKeyView[];
  rotateId: unknown;
  revokeId: unknown;
  /** Whether the person proved a short time ago who they are. */
  confirmed: boolean;
}

/** Dialogs whose being open is in the address: a link opens them, with and without a script. */
export function KeyDialogs({ keys, rotateId, revokeId, confirmed }: KeyDialogsProps) {
  const router = useRouter();
  const close = () => router.replace("/settings/api-keys", { scroll: false });
  const rotated = keys.find(({ id, expired }) => id === rotateId && !expired);
  const revoked = keys.find(({ id }) => id === revokeId);
  if (rotated) {
    return (
      <Dialog open onOpenChange={close}>
        <DialogContent
          title={`Rotate ${rotated.name}?`}
          description="It gets a new secret. What it may do and when it ends stay."
        >
          <div className="mt-5">
            {confirmed ? (
              <RotateForm keyId={rotated.id} />
            ) : (
              <ConfirmFirst next={`/settings/api-keys?rotate=${rotated.id}`} purpose="rotate a key" />
            )}
          </div>
        </DialogContent>
      </Dialog>
    );
  }
  if (!revoked) return null;
  return (
    <Dialog open onOpenChange={close}>
      <DialogContent
        title={`Revoke ${revoked.name}?`}
        description="Programs that use it are refused at once. This cannot be undone."
      >
        <RevokeForm keyId={revoked.id} name={revoked.name} />
      </DialogContent>
    </Dialog>
  );
}
