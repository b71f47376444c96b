const LEAPS: [label: string, name: string, value: string][] = [
  ["1 hour", "seconds", "3600"],
  ["1 day", "seconds", "86400"],
  ["1 month", "months", "1"],
  ["To next renewal", "to", "next_renewal"],
];

/** Moves a clock ahead; without a test clock's id, the stand-in's own. */
export function ClockButtons({ clock }: { clock?: string }) {
  return (
    <form className="leaps" action="/_emulator/advance" method="post">
      {clock === undefined ? null : <input type="hidden" name="clock" value={clock} />}
      {LEAPS.map(([label, name, value]) => (
        <button key={label} className="button quiet" type="submit" name={name} value={value}>
          {label}
        </button>
      ))}
    </form>
  );
}
