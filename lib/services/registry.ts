import type { Service } from "./define-service";
import { imageOptimiser } from "./definitions/image-optimiser";
import { textStatistics } from "./definitions/text-statistics";
import { wordCounter } from "./definitions/word-counter";

/** Every service there is, in the order of the catalogue. A new service is a file in `definitions/` and a line here. */
export const services: readonly Service[] = [textStatistics, imageOptimiser, wordCounter];
