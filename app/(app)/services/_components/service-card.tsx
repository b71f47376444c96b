import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ServiceCard as Service } from "@/lib/services/types";
import { Badge } from "@/components/ui/badge";
import { PriceTag } from "@/components/services/price-tag";
import { ServiceIcon } from "@/components/services/service-icon";

/** The whole card is the link; its name is the service's title. */
export function ServiceCard({ service, off }: { service: Service; off: boolean }) {
  return (
    <li className="group relative flex flex-col rounded-lg border border-line bg-surface p-5 transition-colors hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink">
      <ServiceIcon name={service.icon} />
      <h2 className="mt-4 text-[0.9375rem]">
        <Link
          href={`/services/${service.slug}`}
          className="outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {service.title}
        </Link>
      </h2>
      <p className="mt-1 flex-1 text-ink-muted">{service.summary}</p>
      <p className="mt-5 flex items-center justify-between gap-3 border-t border-line pt-4">
        {off ? <Badge tone="warning">Unavailable for now</Badge> : <PriceTag price={service.price} />}
        <ArrowRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-faint transition-transform group-hover:translate-x-0.5 group-hover:text-accent-ink"
        />
      </p>
    </li>
  );
}
