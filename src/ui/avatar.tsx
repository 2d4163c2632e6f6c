import clsx from "clsx";

/** A person as initials; the hue follows from the name, so it is the same everywhere. */
export function Avatar({ name, size = "md" }: { name: string; size?: "sm" | "md" | "lg" }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-full border border-line font-semibold",
        sizes[size],
        hues[hash(name) % hues.length],
      )}
    >
      <span aria-hidden="true">{initials(name)}</span>
    </span>
  );
}

export function AvatarStack({
  names,
  max = 4,
  label,
}: {
  names: readonly string[];
  max?: number;
  label: string;
}) {
  const hidden = names.length - max;
  return (
    <ul aria-label={label} className="inline-flex items-center -space-x-0.5">
      {names.slice(0, max).map((name, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name, and the list is drawn anew as a whole
        <li key={`${name} ${place}`} className="flex rounded-full ring-2 ring-surface">
          <Avatar name={name} />
        </li>
      ))}
      {hidden > 0 && (
        <li className="grid size-6 ring-2 ring-surface place-items-center rounded-full border border-line bg-sunk text-[10px] font-semibold text-muted">
          +{hidden}
          <span className="sr-only"> more</span>
        </li>
      )}
    </ul>
  );
}

const sizes = { sm: "size-5 text-[9px]", md: "size-6 text-[10px]", lg: "size-9 text-sm" } as const;

const hues = [
  "bg-scope-soft text-scope",
  "bg-select-soft text-select",
  "bg-align-soft text-align",
  "bg-build-soft text-build",
  "bg-sunk text-muted",
] as const;

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toLocaleUpperCase("en");
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}
