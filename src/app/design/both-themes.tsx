import type { ComponentType } from "react";

export type ThemedPart = ComponentType<{
  /** Told apart by it: names of radio groups, labels of regions. */
  theme: "light" | "dark";
}>;

/** A part of the design page twice, side by side where there is room. */
export function BothThemes({ title, part: Part }: { title: string; part: ThemedPart }) {
  return (
    <section aria-label={title} className="mb-10">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <div className="grid gap-4 xl:grid-cols-2">
        {(["light", "dark"] as const).map((theme) => (
          <div
            key={theme}
            className={`${theme} min-w-0 rounded-xl border border-line bg-paper p-4 text-ink sm:p-6`}
          >
            <div className="grid gap-6">
              <Part theme={theme} />
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
