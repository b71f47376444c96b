import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmFirst } from "../../_components/confirm-first";
import { EmailChangeForm } from "./email-change-form";

/** The address of the account, and the way to another one. */
export function EmailCard({ email, confirmed }: { email: string; confirmed: boolean }) {
  return (
    <Card aria-labelledby="email-address">
      <CardHeader
        id="email-address"
        title="Email address"
        description={
          <>
            You sign in with <strong className="font-medium break-all text-ink">{email}</strong>, and our
            mails go there.
          </>
        }
      />
      <CardBody>
        {confirmed ? (
          <EmailChangeForm />
        ) : (
          <ConfirmFirst next="/settings/account" purpose="change your address" />
        )}
      </CardBody>
    </Card>
  );
}
