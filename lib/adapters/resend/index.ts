import "server-only";

export { createResendMailer } from "./create-resend-mailer";
