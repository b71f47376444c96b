import { listSignInProviders } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { listLinkedAccounts } from "@/lib/linked-accounts";
import { providerNames } from "@/lib/linked-accounts/types";
import { submitConfirmWith } from "../_actions/continue-with";
import { ProviderForm } from "../_components/provider-form";

/** Confirms by an account elsewhere that the person linked; not there without one. */
export async function ConfirmWithProvider({ userId, next }: { userId: string; next: string }) {
  const linked = await listLinkedAccounts(getContext().db, userId);
  const providers = listSignInProviders(env()).filter((known) => linked.some((l) => l.provider === known));
  if (providers.length === 0) return null;
  return (
    <div className="mt-4 flex flex-col gap-3">
      {providers.map((provider) => (
        <ProviderForm
          key={provider}
          action={submitConfirmWith}
          provider={provider}
          label={`Continue with ${providerNames[provider]}`}
          next={next}
          size="lg"
        />
      ))}
    </div>
  );
}
