import "server-only";

export { createSecretBox } from "./create-secret-box";
