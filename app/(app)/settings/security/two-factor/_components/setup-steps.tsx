import type { TwoFactorSetup } from "@/lib/two-factor";
import { QrCode } from "./qr-code";

/** What to do in the authenticator, by camera or by hand. */
export function SetupSteps({ setup: { secret, uri } }: { setup: TwoFactorSetup }) {
  return (
    <div className="flex flex-col gap-6 sm:flex-row">
      <QrCode text={uri} label="QR code to scan with your authenticator app" />
      <ol className="flex min-w-0 list-decimal flex-col gap-3 pl-5 text-ink-muted marker:font-medium marker:text-ink">
        <li>Open an authenticator app on your phone, such as 2FAS, Aegis or Google Authenticator.</li>
        <li>
          Scan the picture. Or type this secret:
          <code
            aria-label="Secret"
            role="group"
            className="mt-1.5 block rounded-md border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] break-words text-ink select-all"
          >
            {secret.match(/.{1,4}/g)?.join(" ")}
          </code>
        </li>
        <li>
          On this device?{" "}
          <a href={uri} className="rounded-xs text-accent-ink underline underline-offset-4">
            Open the app
          </a>
          .
        </li>
        <li>Enter the code that the app shows. Only then is two-factor sign-in on.</li>
      </ol>
    </div>
  );
}
