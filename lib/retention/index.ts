import "server-only";

export { forgetOldData } from "./forget-old-data";
