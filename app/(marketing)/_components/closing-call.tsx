import { LinkButton } from "@/components/ui/link-button";

export function ClosingCall() {
  return (
    <section className="border-t border-line bg-sunken">
      <div className="page-width flex flex-col items-start gap-6 py-16 sm:flex-row sm:items-center sm:justify-between">
        <div>
          <h2 className="text-2xl">Start with the free word counter</h2>
          <p className="mt-2 text-ink-muted">
            An account takes an e-mail address and a password. Buy credits when you need them.
          </p>
        </div>
        <LinkButton href="/sign-up" size="lg">
          Create account
        </LinkButton>
      </div>
    </section>
  );
}
