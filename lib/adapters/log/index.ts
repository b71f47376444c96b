import "server-only";

export { createLog } from "./create-log";
