import type { Service } from "./define-service";
import { getActiveService } from "./find-service";
import { services } from "./registry";
import type { FormField, OutputBlock, RunView, ServiceCard, ServicePage } from "./types";

/** Room for the field names and boundaries of a multipart form. */
const envelopeBytes = 64_000;
const maxUtf8BytesPerUnit = 3;

/** The services that can be run, in the catalogue's order. */
export function listServices(): ServiceCard[] {
  return services
    .filter(({ active }) => active)
    .map(({ slug, title, summary, icon, price }) => ({ slug, title, summary, icon, price }));
}

/** All services, switched off ones too, with what one run costs us where their definition says it. */
export function describeServices(): { slug: string; title: string; costPerRunMilli: bigint | null }[] {
  return services.map(({ slug, title, costPerRunMilli }) => ({ slug, title, costPerRunMilli }));
}

/** @throws ServiceNotFound also when the service is inactive */
export function getServicePage(slug: string): ServicePage {
  const { title, summary, icon, price, fields, problems } = getActiveService(services, slug);
  return { slug, title, summary, icon, price, fields, problems };
}

/** The most that a form of this service can weigh. @throws ServiceNotFound */
export function getMaxFormBytes(slug: string): number {
  return getActiveService(services, slug).fields.reduce(
    (sum, field) => sum + fieldBytes(field),
    envelopeBytes,
  );
}

function fieldBytes(field: FormField): number {
  if (field.control === "file") return field.maxBytes;
  return field.control === "text" ? field.maxLength * maxUtf8BytesPerUnit : 0;
}

/** The result of a run as blocks to show; none unless it succeeded. */
export function presentRun(run: Pick<RunView, "serviceSlug" | "status" | "output">): readonly OutputBlock[] {
  if (run.status !== "succeeded") return [];
  const service: Service | undefined = services.find(({ slug }) => slug === run.serviceSlug);
  return service?.present(run.output) ?? [];
}
