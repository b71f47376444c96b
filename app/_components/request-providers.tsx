import { headers } from "next/headers";
import { type ReactNode } from "react";

import { Providers } from "@/components/layout/providers";
import { nonceHeader } from "@/lib/http";

/** Providers for pages rendered per request, whose policy allows only inline scripts that carry its nonce. */
export async function RequestProviders({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader);
  return <Providers {...(nonce === null ? {} : { nonce })}>{children}</Providers>;
}
