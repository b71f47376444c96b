import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { ButtonForm } from "../../_components/button-form";
import { ConfirmFirst } from "../../_components/confirm-first";
import { submitAskDeletion } from "../_actions/ask-deletion";
import { submitUndoDeletion } from "../_actions/undo-deletion";

interface DeletionCardProps {
  /** Null when nobody asked for it. */
  deletesAt: Date | null;
  confirmed: boolean;
}

/** Says what goes with the account and what stays, and leads to its end or back. */
export function DeletionCard({ deletesAt, confirmed }: DeletionCardProps) {
  return (
    <Card aria-labelledby="delete-account">
      <CardHeader
        id="delete-account"
        title="Delete account"
        description={
          deletesAt ? (
            <>
              Your account will be deleted on <DateTime value={deletesAt} show="time" />.
            </>
          ) : (
            "Your account goes after 14 days in which you can change your mind. Credits that are left are lost; records of payments are kept without your name."
          )
        }
      />
      <CardBody>
        {deletesAt ? (
          <ButtonForm action={submitUndoDeletion} label="Keep my account" variant="primary" />
        ) : confirmed ? (
          <ButtonForm action={submitAskDeletion} label="Delete my account" variant="danger" />
        ) : (
          <ConfirmFirst next="/settings/account" purpose="delete your account" />
        )}
      </CardBody>
    </Card>
  );
}
