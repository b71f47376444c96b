import "server-only";

export { adjustCredits } from "./adjust-credits";
export { listAdjustments } from "./list-adjustments";
export { getStanding, previewAdjustment } from "./preview-adjustment";
export { previewReversal } from "./preview-reversal";
export { reverseAdjustment } from "./reverse-adjustment";
