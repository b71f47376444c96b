import { z } from "zod";

/** What came of asking a device, as JSON text: the domain decides whether it is good. */
const response = z.string();
const next = z.string().max(2000).optional().catch(undefined);

export const passkeyAnswerSchema = z.object({ response, next });
