import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { hasRecentSignIn, requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { findSetup, getTwoFactorState } from "@/lib/two-factor";
import { ButtonForm } from "../../_components/button-form";
import { ConfirmFirst } from "../../_components/confirm-first";
import { submitBeginTwoFactor } from "./_actions/begin";
import { CodesForm } from "./_components/codes-form";
import { SetupSteps } from "./_components/setup-steps";
import { TurnOffCard } from "./_components/turn-off-card";

export const metadata: Metadata = { title: "Two-factor sign-in" };

export default async function TwoFactorPage() {
  const { id: userId, email } = await requireUser();
  const ctx = getContext();
  const [state, confirmed] = await Promise.all([getTwoFactorState(ctx.db, userId), hasRecentSignIn()]);
  const on = state.since !== null;
  const waiting = confirmed && !on;
  const setup = waiting ? await findSetup(ctx, { userId, email, issuer: env().SELLER_NAME }) : null;
  return (
    <>
      <PageHeader
        title="Two-factor sign-in"
        description="A code from your phone on top of what you sign in with: a stolen password alone opens nothing."
      />
      <div className="flex flex-col gap-6">
        <Card aria-labelledby="two-factor">
          <CardHeader
            id="two-factor"
            title={on ? "Recovery codes" : "Authenticator app"}
            description={
              on
                ? `${state.recoveryCodesLeft} of 10 are left. New ones replace them all.`
                : "An app on your phone shows a new code every 30 seconds, also without a network."
            }
          />
          <CardBody>
            {!confirmed ? (
              <ConfirmFirst next="/settings/security/two-factor" purpose="change how you sign in" />
            ) : on || setup ? (
              <CodesForm purpose={on ? "renew" : "turn-on"}>
                {setup ? <SetupSteps setup={setup} /> : null}
              </CodesForm>
            ) : (
              <ButtonForm action={submitBeginTwoFactor} label="Set up" variant="primary" />
            )}
          </CardBody>
        </Card>
        {on && confirmed ? <TurnOffCard /> : null}
      </div>
    </>
  );
}
