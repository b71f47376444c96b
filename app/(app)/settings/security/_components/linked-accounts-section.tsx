import { ProviderProblem } from "@/app/(auth)/_components/provider-problem";
import { hasRecentSignIn, listSignInProviders } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { findMissing } from "@/lib/features";
import { listLinkedAccounts } from "@/lib/linked-accounts";
import { linkedProviders } from "@/lib/linked-accounts/types";
import { LinkedAccounts } from "./linked-accounts";

interface SectionProps {
  userId: string;
  /** Is told what is off, and what would turn it on. */
  isAdmin: boolean;
  hasPassword: boolean;
  /** Why Google or GitHub was not linked, where the person just came back from there. */
  error: unknown;
}

/** How the person signs in, and the accounts elsewhere that sign them in. */
export async function LinkedAccountsSection({ userId, isAdmin, hasPassword, error }: SectionProps) {
  const [accounts, confirmed] = await Promise.all([
    listLinkedAccounts(getContext().db, userId),
    hasRecentSignIn(),
  ]);
  return (
    <>
      <ProviderProblem error={error} />
      <LinkedAccounts
        hasPassword={hasPassword}
        accounts={accounts}
        providers={listSignInProviders(env())}
        confirmed={confirmed}
        missing={isAdmin ? findMissing(env(), linkedProviders) : []}
      />
    </>
  );
}
