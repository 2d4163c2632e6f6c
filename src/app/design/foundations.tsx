import { Avatar, AvatarStack } from "@/ui/avatar";
import { Badge, type Tone } from "@/ui/badge";
import { phaseSteps, toneVariable } from "@/ui/glyphs/phase-tone";
import { Kbd } from "@/ui/kbd";
import { Logo } from "@/ui/logo";
import { people } from "./sample";
import { Specimen } from "./specimen";

const tones: readonly Tone[] = ["neutral", "accent", "ok", "warn", "scope", "select", "align", "build"];

export function Foundations() {
  return (
    <>
      <Specimen name="Type">
        <p className="text-xl font-semibold tracking-tight">A decision is a lever on the plan</p>
        <p className="mt-1 text-lg font-semibold">Title of a dialog</p>
        <p className="mt-1">Text at 14 px. Figures stand in columns: 1,240 d, 0.41, €18,400.</p>
        <p className="text-sm text-muted">Muted, for what explains.</p>
        <p className="text-xs text-faint">Faint, for what can be passed over; still 4.5 to 1.</p>
      </Specimen>
      <Specimen name="Phases">
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {phaseSteps.map(({ tone, name }) => (
            <li
              key={tone}
              className="rounded-lg px-3 py-2 text-sm font-medium"
              style={{ background: `var(--${tone}-soft)`, color: toneVariable(tone) }}
            >
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Badges">
        <div className="flex flex-wrap gap-1.5">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
      </Specimen>
      <Specimen name="Mark, people, keys">
        <div className="flex flex-wrap items-center gap-4">
          <Logo size={28} />
          <Avatar name={people[0]} size="sm" />
          <Avatar name={people[1]} />
          <Avatar name={people[2]} size="lg" />
          <AvatarStack names={people} max={4} label="Here now" />
          <span className="flex items-center gap-1">
            <Kbd>Ctrl</Kbd>
            <Kbd>K</Kbd>
          </span>
        </div>
      </Specimen>
    </>
  );
}
