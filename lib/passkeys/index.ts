import "server-only";

export { finishRegistration } from "./finish-registration";
export { forgetChallenges } from "./forget-challenges";
export { listPasskeys } from "./list-passkeys";
export { removeAllPasskeys } from "./remove-all-passkeys";
export { removePasskey } from "./remove-passkey";
export { renamePasskey } from "./rename-passkey";
export { startConfirmation } from "./start-confirmation";
export { startPasskeySignIn } from "./start-passkey-sign-in";
export { startRegistration } from "./start-registration";
export { verifyConfirmation } from "./verify-confirmation";
export { verifyPasskeySignIn } from "./verify-passkey-sign-in";
