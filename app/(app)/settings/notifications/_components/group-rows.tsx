import { Lock } from "lucide-react";
import {
  notificationChannels,
  notificationGroups,
  notificationKinds,
  type NotificationChannel,
  type NotificationGroup,
  type NotificationKind,
} from "@/lib/notification-preferences/types";
import { settingName } from "@/lib/notification-preferences/schema";

interface GroupRowsProps {
  group: NotificationGroup;
  values: Readonly<Record<string, string>>;
  isAdmin: boolean;
}

const names: Record<NotificationChannel, string> = { email: "by email", in_app: "in the app" };

/** The kinds of one group; a kind for admins is shown to them alone. */
export function GroupRows({ group, values, isAdmin }: GroupRowsProps) {
  const { label, alwaysBecause } = notificationGroups[group];
  const kinds = (Object.keys(notificationKinds) as NotificationKind[]).filter((kind) => {
    const definition = notificationKinds[kind];
    return definition.group === group && (isAdmin || !("audience" in definition));
  });
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr>
        <th scope="rowgroup" colSpan={3} className="px-5 pt-5 pb-1 text-left font-normal">
          <span className="font-semibold">{label}</span>
          {alwaysBecause ? <span className="block text-ink-muted">Always on. {alwaysBecause}</span> : null}
        </th>
      </tr>
      {kinds.map((kind) => (
        <tr key={kind} className="last:*:pb-5">
          <th scope="row" className="py-2.5 pr-2 pl-5 text-left font-normal">
            {notificationKinds[kind].label}
            <span className="block text-[0.8125rem] text-ink-muted">
              {notificationKinds[kind].description}
            </span>
          </th>
          {notificationChannels.map((channel) => (
            <td key={channel} className="px-1 py-2.5 text-center last:pr-5">
              <Switch {...{ kind, channel, values }} locked={alwaysBecause !== null} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface SwitchProps {
  kind: NotificationKind;
  channel: NotificationChannel;
  values: Readonly<Record<string, string>>;
  locked: boolean;
}

function Switch({ kind, channel, values, locked }: SwitchProps) {
  const { label, channels } = notificationKinds[kind];
  if (!channels.some((known) => known === channel)) {
    return (
      <span className="text-ink-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">Not {names[channel]}</span>
      </span>
    );
  }
  if (locked) {
    return (
      <span className="inline-flex items-center gap-1.5 text-[0.8125rem] text-ink-muted">
        <Lock aria-hidden="true" className="hidden size-3.5 sm:block" />
        Always on
      </span>
    );
  }
  const name = settingName({ kind, channel });
  return (
    <label className="inline-grid size-9 cursor-pointer place-items-center">
      <span className="sr-only">
        {label} {names[channel]}
      </span>
      <input
        type="checkbox"
        name={name}
        defaultChecked={values[name] === "on"}
        className="size-4 accent-accent"
      />
    </label>
  );
}
