import { listSignInProviders } from "@/lib/auth";
import { env } from "@/lib/env";
import { providerNames } from "@/lib/linked-accounts/types";
import { submitContinueWith } from "../_actions/continue-with";
import { ProviderForm } from "./provider-form";

/** The ways in by other accounts, as far as they are set up here. */
export function ProviderButtons({ next }: { next: string }) {
  const providers = listSignInProviders(env());
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-3">
      <p className="flex items-center gap-3 text-[0.8125rem] text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {providers.map((provider) => (
        <ProviderForm
          key={provider}
          action={submitContinueWith}
          provider={provider}
          label={`Continue with ${providerNames[provider]}`}
          next={next}
          size="lg"
        />
      ))}
    </div>
  );
}
