import {
  notificationGroups,
  notificationKinds,
  type NotificationChannel,
  type NotificationChoice,
  type NotificationKind,
  type NotificationSetting,
} from "./types";

/** Everything is told until somebody wants less. */
export const enabledByDefault = true;

export function isNotificationKind(name: string): name is NotificationKind {
  return Object.hasOwn(notificationKinds, name);
}

/** Whether a kind cannot be switched off. */
export function isAlwaysOn(kind: NotificationKind): boolean {
  return notificationGroups[notificationKinds[kind].group].alwaysBecause !== null;
}

function hasChannel(kind: NotificationKind, channel: NotificationChannel): boolean {
  return notificationKinds[kind].channels.some((known) => known === channel);
}

/** Every switch there is. */
export function listSettings(): NotificationSetting[] {
  const kinds = Object.keys(notificationKinds).filter(isNotificationKind);
  return kinds
    .filter((kind) => !isAlwaysOn(kind))
    .flatMap((kind) => notificationKinds[kind].channels.map((channel) => ({ kind, channel })));
}

interface Stored {
  kind: string;
  channel: string;
  enabled: boolean;
}

/** How every switch stands for a person. What they chose of kinds or channels that this release does not know is left out. */
export function toChoices(stored: readonly Stored[]): NotificationChoice[] {
  return listSettings().map(({ kind, channel }) => {
    const chosen = stored.find((row) => row.kind === kind && row.channel === channel);
    return { kind, channel, enabled: chosen?.enabled ?? enabledByDefault };
  });
}

/** Whether there is such a switch. */
export function isSetting({ kind, channel }: NotificationSetting): boolean {
  return !isAlwaysOn(kind) && hasChannel(kind, channel);
}
