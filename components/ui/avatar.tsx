import { cn } from "./cn";

type AvatarProps = {
  name: string;
  /** Null shows initials, which also stand in while a picture is on its way or cannot be had. */
  picture?: string | null;
  className?: string;
};

/** A picture, or initials on a quiet ground. Decorative: the name always stands beside it or labels its button. */
export function Avatar({ name, picture = null, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "relative inline-flex size-8 shrink-0 items-center justify-center overflow-hidden rounded-full bg-accent-soft text-xs font-semibold text-accent-ink uppercase",
        className,
      )}
    >
      {initials(name)}
      {picture ? (
        <span
          className="absolute inset-0 bg-cover bg-center"
          style={{ backgroundImage: `url("${picture}")` }}
        />
      ) : null}
    </span>
  );
}

function initials(name: string): string {
  const words =
    name
      .split("@")[0]
      ?.split(/[\s._-]+/)
      .filter(Boolean) ?? [];
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? "");
  return letters.join("") || "?";
}
