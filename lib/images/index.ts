import "server-only";

export { inspectImage, type ImageHeader } from "./inspect-image";
export { maxPixels } from "./types";
