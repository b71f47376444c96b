import { z } from "zod";
import { listSettings } from "./policy";
import type { NotificationChoice, NotificationSetting } from "./types";

export { listSettings };

/** The name of a switch in the form. */
export function settingName({ kind, channel }: NotificationSetting): string {
  return `${kind}:${channel}`;
}

/**
 * The form of all switches. A box that is not ticked is not sent, so `shown` names those that were there: what a page
 * from before a release did not show is not switched off by it.
 */
export const preferencesFormSchema = z
  .record(z.string(), z.string().max(2_000))
  .transform((fields): NotificationChoice[] => {
    const shown = new Set(fields.shown?.split(","));
    return listSettings()
      .filter((setting) => shown.has(settingName(setting)))
      .map((setting) => ({ ...setting, enabled: fields[settingName(setting)] === "on" }));
  });
