import { Download, ExternalLink, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { IssuedDocument } from "@/lib/documents";
import type { PaymentDetail } from "@/lib/payments/types";

const kinds: Readonly<Record<IssuedDocument["kind"], string>> = {
  receipt: "Receipt",
  invoice: "Invoice",
  credit_note: "Credit note",
};

interface DocumentsCardProps {
  documents: readonly IssuedDocument[];
  stripe: PaymentDetail["stripe"];
}

/** Our own documents as PDF, and Stripe's pages. */
export function DocumentsCard({ documents, stripe: { receiptUrl, invoiceUrl } }: DocumentsCardProps) {
  const none = documents.length === 0 && !receiptUrl && !invoiceUrl;
  return (
    <Card aria-labelledby="documents">
      <CardHeader id="documents" title="Documents" />
      {none ? <CardBody className="pt-2 text-ink-muted">There are none: nothing was paid.</CardBody> : null}
      <ul className="p-2 empty:hidden">
        {documents.map(({ id, kind, number }) => (
          <DocumentLink
            key={id}
            href={`/billing/documents/${id}`}
            mark={<Download aria-hidden="true" />}
            detail={`PDF, ${number}`}
            download
          >
            {kinds[kind]}
          </DocumentLink>
        ))}
        {invoiceUrl ? (
          <DocumentLink href={invoiceUrl} mark={<ExternalLink aria-hidden="true" />} detail="At Stripe">
            Invoice page
          </DocumentLink>
        ) : null}
        {receiptUrl ? (
          <DocumentLink href={receiptUrl} mark={<ExternalLink aria-hidden="true" />} detail="At Stripe">
            Receipt page
          </DocumentLink>
        ) : null}
      </ul>
    </Card>
  );
}

interface DocumentLinkProps {
  href: string;
  mark: ReactNode;
  detail: string;
  download?: boolean;
  children: string;
}

function DocumentLink({ href, mark, detail, download = false, children }: DocumentLinkProps) {
  return (
    <li>
      <a
        href={href}
        {...(download ? { download: "" } : {})}
        className="flex items-center gap-3 rounded-md px-3 py-2 hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted"
      >
        <FileText aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{children}</span>
          <span className="block text-[0.8125rem] text-ink-muted">{detail}</span>
        </span>
        {mark}
      </a>
    </li>
  );
}
