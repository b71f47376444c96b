import "server-only";

export { clearRateLimit } from "./clear-rate-limit";
export { consumeRateLimit } from "./consume-rate-limit";
export { TooManyAttempts } from "./errors";
export { forgetRateLimits } from "./forget-rate-limits";
export { placeOf } from "./place-of";
export { returnAttempt } from "./return-attempt";
export type { RateLimit } from "./types";
