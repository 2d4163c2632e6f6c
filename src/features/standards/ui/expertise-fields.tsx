import { type DisciplineId, disciplines, type ExpertiseLevel, expertiseLevels } from "@/planning";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

type Needs = { discipline: DisciplineId; level: ExpertiseLevel };

/** Who can do a task: the kind of expertise and the level from which on it suffices. */
export function ExpertiseFields({ value, onChange }: { value: Needs; onChange: (value: Needs) => void }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Discipline">
        <Select
          value={value.discipline}
          onChange={(event) => {
            const discipline = disciplines.find(({ id }) => id === event.target.value);
            if (discipline) onChange({ ...value, discipline: discipline.id });
          }}
        >
          {disciplines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Level, at least">
        <Select
          value={value.level}
          onChange={(event) => {
            const found = expertiseLevels.find(({ level }) => String(level) === event.target.value);
            if (found) onChange({ ...value, level: found.level });
          }}
        >
          {expertiseLevels.map(({ level, name }) => (
            <option key={level} value={level}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
