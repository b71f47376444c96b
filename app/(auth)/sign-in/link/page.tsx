import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { toOwnPath } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { findSignInLink } from "@/lib/users";
import { findLinkBrowser } from "../../_actions/link-browser";
import { AuthHeading } from "../../_components/auth-heading";
import { AuthSwitch } from "../../_components/auth-switch";
import { UseLinkForm } from "./use-link-form";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const { token, next: wanted } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const next = toOwnPath(wanted);
  const browserToken = await findLinkBrowser();
  const { state, email, sameBrowser } = await findSignInLink(getContext(), { token: secret, browserToken });
  if (state === "live" && email) {
    const who = <strong className="font-medium text-ink">{email}</strong>;
    return sameBrowser ? (
      <>
        <AuthHeading title="Sign in">One more click signs you in as {who}.</AuthHeading>
        <UseLinkForm token={secret} next={next} label="Sign in" />
      </>
    ) : (
      <>
        <AuthHeading title="Sign in in this browser?">
          The link was asked for in another one. Go on only if that was you: this browser will be signed in as{" "}
          {who}.
        </AuthHeading>
        <UseLinkForm token={secret} next={next} label="Sign in here" />
        <AuthSwitch question="It was not you?" href="/" label="Leave" />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={state === "used" ? "This link was used already" : "This link no longer works"}>
        Links to sign in work once, for 15 minutes. Ask for a new one.
      </AuthHeading>
      <LinkButton href={`/sign-in/email?next=${encodeURIComponent(next)}`} size="lg">
        Send a new link
      </LinkButton>
      <AuthSwitch question="Know your password?" href="/sign-in" label="Sign in with it" />
    </>
  );
}
