import "server-only";

export { answerMessage } from "./answer-message";
export { closeMessage } from "./close-message";
export { forgetMessages } from "./forget-messages";
export { listMessages } from "./list-messages";
export { countOpenMessages } from "./queries";
export { sendMessage } from "./send-message";
export { viewMessage } from "./view-message";
