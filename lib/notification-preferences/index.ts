import "server-only";

export { findUnsubscribeLink } from "./find-unsubscribe-link";
export { isMailWanted } from "./is-mail-wanted";
export { findMailKind } from "./mail-kinds";
export { isOneClick } from "./is-one-click";
export { getNotificationPreferences } from "./queries";
export { saveNotificationPreferences } from "./save-notification-preferences";
export { switchMailsByLink } from "./switch-mails-by-link";
export { unsubscribeLinks } from "./unsubscribe-links";
export { wantsNotification } from "./wants-notification";
