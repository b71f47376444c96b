import { ChevronRight } from "lucide-react";
import Link from "next/link";

import { PriceTag } from "@/components/services/price-tag";
import { ServiceIcon } from "@/components/services/service-icon";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { type ServiceCard } from "@/lib/services/types";

const shown = 4;

export function ServiceShortcuts({ services }: { services: readonly ServiceCard[] }) {
  return (
    <Card aria-labelledby="services">
      <CardHeader
        id="services"
        title="Run a service"
        action={
          <LinkButton href="/services" variant="link">
            See all
          </LinkButton>
        }
      />
      <ul className="divide-y divide-line pt-2 pb-1">
        {services.slice(0, shown).map((service) => (
          <li key={service.slug}>
            <Link
              href={`/services/${service.slug}`}
              className="group flex items-center gap-3 px-5 py-3 -outline-offset-2! hover:bg-sunken"
            >
              <ServiceIcon name={service.icon} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{service.title}</span>
                <span className="block text-[0.8125rem]">
                  <PriceTag price={service.price} />
                </span>
              </span>
              <ChevronRight
                aria-hidden="true"
                className="size-4 text-ink-faint group-hover:text-accent-ink"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
