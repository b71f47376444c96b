import type { GatewayDisputeStatus } from "@/lib/ports/dispute-gateway";

export type DisputeStatus = GatewayDisputeStatus;
