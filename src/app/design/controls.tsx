import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { NumberInput } from "@/ui/number-input";
import { RadioGroup } from "@/ui/radio-group";
import { SegmentedControl } from "@/ui/segmented-control";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { SlowButtons } from "./slow-buttons";
import { Specimen } from "./specimen";

export function Controls({ theme }: { theme: string }) {
  return (
    <>
      <Specimen name="Buttons">
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />}>
            New decision
          </Button>
          <Button>Scenario</Button>
          <Button variant="ghost">Not now</Button>
          <Button variant="danger" icon={<Trash2 aria-hidden="true" className="size-4" />}>
            Remove
          </Button>
          <Button asChild>
            <Link href="#content">A link</Link>
          </Button>
          <IconButton label="Add an option">
            <Plus aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <SlowButtons />
          <Button variant="primary" disabled>
            Decide
          </Button>
          <Button disabled>Decide</Button>
          <Button size="sm" variant="primary">
            Small
          </Button>
          <Button size="sm">Small</Button>
        </div>
      </Specimen>
      <FormError message="The workspace could not be saved: its name is taken. Choose another." />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" hint="As people say it" required>
          <TextInput name="name" defaultValue="Clinical summaries" />
        </Field>
        <Field label="Key" error="Two to six capital letters, like CLN." required>
          <TextInput name="key" defaultValue="c1" />
        </Field>
        <Field label="Effort" hint="Most likely">
          <NumberInput name="effort" unit="person-days" defaultValue="12" />
        </Field>
        <Field label="Decide by" optional>
          <DateInput name="due" defaultValue="2026-11-27" />
        </Field>
        <Field label="Template">
          <Select name="template" defaultValue="fine-tune">
            <option value="prompt">Prompt a hosted model</option>
            <option value="fine-tune">Fine-tune an open model</option>
          </Select>
        </Field>
        <Field label="Owner" hint="Only a lead can change it">
          <TextInput name="owner" defaultValue="Mara Okafor" disabled />
        </Field>
        <div className="sm:col-span-2">
          <Field label="Rationale" error={["Say why."]}>
            <TextArea name="rationale" placeholder="What speaks for it, and what was given up" />
          </Field>
        </div>
      </div>
      <Checkbox label="Weekly summary by mail" hint="Mondays, with what waits for you" defaultChecked />
      <SegmentedControl
        label={`View, ${theme}`}
        name={`view-${theme}`}
        defaultValue="timeline"
        choices={[
          { value: "table", label: "Table" },
          { value: "timeline", label: "Timeline" },
        ]}
      />
      <RadioGroup
        legend="Position"
        name={`position-${theme}`}
        defaultValue="agree"
        choices={[
          { value: "agree", label: "Agree" },
          { value: "abstain", label: "Abstain" },
          { value: "object", label: "Object", hint: "Must be answered before the decision" },
        ]}
      />
      <RadioGroup
        legend="How to adapt the model"
        name={`technique-${theme}`}
        look="card"
        defaultValue="tune"
        choices={[
          { value: "prompt", label: "Prompt a hosted model", hint: "No training; days" },
          { value: "tune", label: "Fine-tune an open model", hint: "Adapter on our own accelerators; weeks" },
        ]}
      />
    </>
  );
}
