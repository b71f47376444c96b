import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";

const shownLines = 40;

/** What Stripe wrote, less its secrets. A long one is folded after its first lines. */
export function Payload({ payload }: { payload: unknown }) {
  const text = JSON.stringify(payload, null, 2);
  const lines = text.split("\n");
  const folded = lines.length > shownLines + 10;
  const head = folded ? lines.slice(0, shownLines).join("\n") : text;
  const pre = "overflow-x-auto text-[0.8125rem] leading-5 font-mono focus-visible:outline-offset-2";
  return (
    <Card aria-labelledby="payload">
      <CardHeader
        id="payload"
        title="What Stripe wrote"
        description="Secrets and addresses of Stripe’s own pages are left out."
        action={<CopyButton value={text} label="Copy: What Stripe wrote" />}
      />
      <CardBody>
        <pre tabIndex={0} aria-label="Beginning of what Stripe wrote" className={pre}>
          {head}
        </pre>
        {folded ? (
          <details className="mt-2">
            <summary className="w-fit cursor-pointer rounded-xs py-1 text-[0.8125rem] font-medium text-accent-ink">
              {lines.length - shownLines} more lines
            </summary>
            <pre tabIndex={0} aria-label="Rest of what Stripe wrote" className={pre}>
              {lines.slice(shownLines).join("\n")}
            </pre>
          </details>
        ) : null}
      </CardBody>
    </Card>
  );
}
