import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { hasRecentSignIn, requireUser, toOwnPath } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { listPasskeys } from "@/lib/passkeys";
import { hasSecondFactor } from "@/lib/two-factor";
import { hasPassword } from "@/lib/users";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ProviderProblem } from "../_components/provider-problem";
import { RequestLinkForm } from "../_components/request-link-form";
import { ConfirmForm } from "./confirm-form";
import { ConfirmWithPasskey } from "./confirm-with-passkey";
import { ConfirmWithProvider } from "./confirm-with-provider";

export const metadata: Metadata = { title: "Confirm it’s you", robots: { index: false } };

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const user = await requireUser();
  const { next: wanted, error } = await searchParams;
  const next = toOwnPath(wanted, "/settings");
  if (await hasRecentSignIn()) redirect(next as Route);
  const twoSteps = await hasSecondFactor(getContext().db, user.id);
  const passkeys = await listPasskeys(getContext(), user.id);
  const byPasskey = passkeys.length > 0 ? <ConfirmWithPasskey next={next} /> : null;
  const byProvider = twoSteps ? null : <ConfirmWithProvider userId={user.id} next={next} />;
  return (
    <>
      <AuthHeading title="Confirm it’s you">
        What comes next is hard to undo, so we ask again. You are signed in as{" "}
        <strong className="font-medium text-ink">{user.email}</strong>.
      </AuthHeading>
      {error === undefined ? null : (
        <div className="mb-5">
          <ProviderProblem error={error} />
        </div>
      )}
      {(await hasPassword(getContext().db, user.id)) ? (
        <>
          <ConfirmForm next={next} email={user.email} twoSteps={twoSteps} />
          {byPasskey}
          {byProvider}
          <AuthSwitch question="Not sure of it?" href="/forgot-password" label="Set a new password" />
        </>
      ) : (
        <>
          <RequestLinkForm next={next} email={user.email} />
          {byPasskey}
          {byProvider}
        </>
      )}
    </>
  );
}
