import { KeyRound } from "lucide-react";
import { headers } from "next/headers";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { hasRecentSignIn } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { listPasskeys } from "@/lib/passkeys";
import { maxPasskeys } from "@/lib/passkeys/types";
import { deviceName } from "@/lib/shared/device-name";
import { ConfirmFirst } from "../../../_components/confirm-first";
import { AddPasskey } from "./add-passkey";
import { PasskeyDialogs } from "./passkey-dialogs";
import { PasskeyRow } from "./passkey-row";

interface PasskeySectionProps {
  userId: string;
  /** Of the page: which dialog is open. */
  search: Readonly<Record<string, unknown>>;
}

/** The devices and password managers with which the person signs in, and a form for one more. */
export async function PasskeySection({ userId, search }: PasskeySectionProps) {
  const [passkeys, confirmed, list] = await Promise.all([
    listPasskeys(getContext(), userId),
    hasRecentSignIn(),
    headers(),
  ]);
  return (
    <Card aria-labelledby="passkeys">
      <CardHeader
        id="passkeys"
        title="Passkeys"
        description={`Sign in with your finger, face or screen lock: no password, no code. You can have ${maxPasskeys}.`}
      />
      {passkeys.length === 0 ? (
        <EmptyState icon={KeyRound} title="You have no passkeys yet">
          They work only on our own site, so that nobody can talk you out of them.
        </EmptyState>
      ) : (
        <ul className="mt-3 divide-y divide-line border-b border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <CardBody>
        {confirmed ? (
          <AddPasskey suggestion={deviceName(list.get("user-agent"))} />
        ) : (
          <ConfirmFirst next="/settings/security" purpose="add a passkey" />
        )}
      </CardBody>
      <PasskeyDialogs
        passkeys={passkeys}
        renameId={search["rename-passkey"]}
        removeId={search["remove-passkey"]}
        confirmed={confirmed}
      />
    </Card>
  );
}
