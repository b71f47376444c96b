import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PasswordForm } from "./password-form";

/** Changes the password, or leads who has none to the mail that sets one. */
export function PasswordCard({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  return (
    <Card aria-labelledby="password-card">
      <CardHeader
        id="password-card"
        title="Password"
        description={
          hasPassword
            ? "Changing it ends your sessions everywhere else."
            : "You sign in without one. We mail you a link to set one."
        }
      />
      <CardBody>
        {hasPassword ? (
          <PasswordForm email={email} />
        ) : (
          <LinkButton href="/forgot-password" variant="secondary">
            Set a password
          </LinkButton>
        )}
      </CardBody>
    </Card>
  );
}
