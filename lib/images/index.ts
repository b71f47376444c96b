import "server-only";

export { inspectImage, type ImageHeader, type ImageProblem } from "./inspect-image";
export { maxPixels } from "./types";
