import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { ProviderForm } from "@/app/(auth)/_components/provider-form";
import { ProviderLogo } from "@/app/(auth)/_components/provider-logo";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { Feature } from "@/lib/features/types";
import { providerNames, type LinkedAccount, type LinkedProvider } from "@/lib/linked-accounts/types";
import { ButtonForm } from "../../_components/button-form";
import { ConfirmFirst } from "../../_components/confirm-first";
import { submitLink, submitUnlink } from "../_actions/link-account";

interface LinkedAccountsProps {
  hasPassword: boolean;
  accounts: readonly LinkedAccount[];
  /** Those that are set up here. */
  providers: readonly LinkedProvider[];
  /** Whether the person proved a moment ago who they are. */
  confirmed: boolean;
  /** Those that are not set up, told to who can do it. */
  missing: readonly Feature[];
}

interface MethodProps {
  logo: ReactNode;
  name: string;
  children: ReactNode;
  action?: ReactNode;
}

function Method({ logo, name, children, action }: MethodProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="flex min-w-0 items-center gap-3 [&_svg]:size-5 [&_svg]:shrink-0">
        {logo}
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="mt-0.5 text-[0.8125rem] break-words text-ink-muted">{children}</p>
        </div>
      </div>
      {action}
    </li>
  );
}

function ProviderMethod({
  provider,
  account,
  confirmed,
  available,
}: {
  provider: LinkedProvider;
  account: LinkedAccount | undefined;
  confirmed: boolean;
  available: boolean;
}) {
  const name = providerNames[provider];
  const unlink = (
    <ButtonForm
      action={submitUnlink}
      values={{ provider }}
      label="Unlink"
      describedAs={`Unlink ${name}`}
      size="sm"
    />
  );
  const link = (
    <ProviderForm
      action={submitLink}
      provider={provider}
      label={`Link ${name}`}
      next="/settings/security"
      size="sm"
      withoutLogo
    />
  );
  return (
    <Method
      logo={<ProviderLogo provider={provider} />}
      name={name}
      action={confirmed ? (account ? unlink : link) : null}
    >
      {account ? (
        <>
          {account.email} · since <DateTime value={account.linkedAt} />
          {available ? null : " · off here, so it signs nobody in"}
        </>
      ) : (
        "Not linked"
      )}
    </Method>
  );
}

/** With what the person signs in, and the accounts elsewhere that do it for them. */
export function LinkedAccounts({
  hasPassword,
  accounts,
  providers,
  confirmed,
  missing,
}: LinkedAccountsProps) {
  const accountOf = (provider: LinkedProvider) => accounts.find((account) => account.provider === provider);
  const shown = (Object.keys(providerNames) as LinkedProvider[]).filter(
    (provider) => providers.includes(provider) || accountOf(provider),
  );
  if (shown.length === 0 && missing.length === 0) return null;
  return (
    <Card aria-labelledby="sign-in-methods">
      <CardHeader
        id="sign-in-methods"
        title="Sign-in methods"
        description="Link an account elsewhere to sign in with it. One of these, or a passkey, always stays."
      />
      <ul className="mt-3 divide-y divide-line">
        <Method logo={<KeyRound aria-hidden="true" className="text-ink-muted" />} name="Password">
          {hasPassword ? "Set" : "Not set"}
        </Method>
        {shown.map((provider) => (
          <ProviderMethod
            key={provider}
            provider={provider}
            account={accountOf(provider)}
            confirmed={confirmed}
            available={providers.includes(provider)}
          />
        ))}
      </ul>
      {missing.map(({ id, name, keys }) => (
        <p key={id} className="border-t border-line px-5 py-3 text-[0.8125rem] text-ink-muted">
          {name} is off here, because {keys.join(" and ")} are not set. Only admins see this.
        </p>
      ))}
      {confirmed || shown.length === 0 ? null : (
        <CardBody className="border-t border-line">
          <ConfirmFirst next="/settings/security" purpose="link or unlink an account" />
        </CardBody>
      )}
    </Card>
  );
}
