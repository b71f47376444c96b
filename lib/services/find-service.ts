import type { Service } from "./define-service";
import { ServiceNotFound } from "./errors";

/**
 * The service that may be run under this slug; an inactive one is as good as none.
 * @throws ServiceNotFound
 */
export function getActiveService(services: readonly Service[], slug: string): Service {
  const service = services.find((candidate) => candidate.slug === slug);
  if (!service?.active) throw new ServiceNotFound(slug);
  return service;
}
