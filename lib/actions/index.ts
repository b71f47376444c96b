import "server-only";

export { adminAction, publicAction, userAction } from "./clients";
export { takeAtLeast } from "./take-at-least";
export { toFormAction } from "./to-form-action";
