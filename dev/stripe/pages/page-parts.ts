import { type DeliveryWorker } from "../delivery/delivery-worker";
import { type EngineParts } from "../engine/engine";
import { type LocalRequest, type LocalResponse } from "../server/messages";

/** What hosted pages work with. */
export interface PageParts {
  engine: EngineParts;
  worker: DeliveryWorker;
  /** How long a buyer waits for the receiver of `checkout.session.completed` before going back to the shop. */
  redirectWaitMs: number;
}

export type PageHandler = (
  parts: PageParts,
  request: LocalRequest,
  id: string,
) => LocalResponse | Promise<LocalResponse>;
