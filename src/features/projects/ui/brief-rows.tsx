"use client";

import {
  comparisons,
  comparisonWords,
  type Labelling,
  labellings,
  type Sensitivity,
  sensitivities,
} from "@/planning";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import {
  blankCriterion,
  blankData,
  type CriterionDraft,
  type DataDraft,
  isTyped,
  isTypedData,
} from "./brief-draft";
import { RowList } from "./row-list";

type ErrorOf = (field: string) => string | undefined;

/** One of the choices of a list, or nothing. */
function oneOf<Value extends string>(values: readonly Value[], text: string): Value | "" {
  return values.find((value) => value === text) ?? "";
}

/** The bar as figures that can be measured again. */
export function CriterionRows({
  rows,
  onChange,
  errorOf,
}: {
  rows: readonly CriterionDraft[];
  onChange: (rows: CriterionDraft[]) => void;
  errorOf: ErrorOf;
}) {
  const sent = rows.filter(isTyped);
  return (
    <>
      <RowList
        what="criterion"
        rows={rows}
        most={20}
        onChange={onChange}
        blank={blankCriterion}
        nameOf={({ metric }) => metric}
      >
        {(row, change) => {
          const error = (field: string) => errorOf(`content.successCriteria.${sent.indexOf(row)}.${field}`);
          return (
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-6">
              <div className="col-span-2 sm:col-span-6">
                <Field label="What is measured" error={error("metric")}>
                  <TextInput
                    value={row.metric}
                    placeholder="Answers supported by a passage"
                    onChange={(event) => change({ metric: event.target.value })}
                  />
                </Field>
              </div>
              <div className="col-span-2">
                <Field label="Comparison">
                  <Select
                    value={row.comparison}
                    onChange={(event) =>
                      change({ comparison: oneOf(comparisons, event.target.value) || row.comparison })
                    }
                  >
                    {comparisons.map((comparison) => (
                      <option key={comparison} value={comparison}>
                        {comparisonWords[comparison]}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
              <div className="sm:col-span-2">
                <Field label="Target" error={error("target")}>
                  <NumberInput
                    value={row.target}
                    onChange={(event) => change({ target: event.target.value })}
                  />
                </Field>
              </div>
              <div className="sm:col-span-2">
                <Field label="Unit" error={error("unit")}>
                  <TextInput
                    value={row.unit}
                    placeholder="%"
                    onChange={(event) => change({ unit: event.target.value })}
                  />
                </Field>
              </div>
              <div className="col-span-2 sm:col-span-3">
                <Field label="On which data" error={error("dataSet")}>
                  <TextInput
                    value={row.dataSet}
                    placeholder="400 reviewed chats"
                    onChange={(event) => change({ dataSet: event.target.value })}
                  />
                </Field>
              </div>
              <div className="col-span-2 sm:col-span-3">
                <Field label="What the figure can't say" optional error={error("note")}>
                  <TextInput value={row.note} onChange={(event) => change({ note: event.target.value })} />
                </Field>
              </div>
            </div>
          );
        }}
      </RowList>
      <FormError message={errorOf("content.successCriteria") ?? null} />
    </>
  );
}

const labelled = {
  yes: "Labelled",
  partly: "Labelled in part",
  no: "Not labelled",
} as const satisfies Record<Labelling, string>;

const sensitivityNames = {
  public: "Public",
  internal: "Internal, about no person",
  personal: "Personal data",
  special: "Special categories (health, beliefs …)",
} as const satisfies Record<Sensitivity, string>;

/** What there is to learn from and to answer from. */
export function DataRows({
  rows,
  onChange,
  errorOf,
}: {
  rows: readonly DataDraft[];
  onChange: (rows: DataDraft[]) => void;
  errorOf: ErrorOf;
}) {
  const sent = rows.filter(isTypedData);
  return (
    <>
      <RowList
        what="kind of data"
        rows={rows}
        most={20}
        onChange={onChange}
        blank={blankData}
        nameOf={({ kind }) => kind}
      >
        {(row, change) => {
          const error = (field: string) => errorOf(`content.data.${sent.indexOf(row)}.${field}`);
          return (
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-6">
              <div className="col-span-2 sm:col-span-6">
                <Field label="Kind" error={error("kind")}>
                  <TextInput
                    value={row.kind}
                    placeholder="Closed chats with satisfaction marks"
                    onChange={(event) => change({ kind: event.target.value })}
                  />
                </Field>
              </div>
              <div className="sm:col-span-2">
                <Field label="Amount" error={error("amount")}>
                  <NumberInput
                    min={0}
                    value={row.amount}
                    onChange={(event) => change({ amount: event.target.value })}
                  />
                </Field>
              </div>
              <div className="sm:col-span-2">
                <Field label="Unit" error={error("unit")}>
                  <TextInput
                    value={row.unit}
                    placeholder="chats"
                    onChange={(event) => change({ unit: event.target.value })}
                  />
                </Field>
              </div>
              <div className="col-span-2">
                <Field label="Labels">
                  <Select
                    value={row.labelled}
                    onChange={(event) => change({ labelled: oneOf(labellings, event.target.value) })}
                  >
                    <option value="">Not said yet</option>
                    {labellings.map((value) => (
                      <option key={value} value={value}>
                        {labelled[value]}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
              <div className="col-span-2 sm:col-span-3">
                <Field label="Sensitivity">
                  <Select
                    value={row.sensitivity}
                    onChange={(event) => change({ sensitivity: oneOf(sensitivities, event.target.value) })}
                  >
                    <option value="">Not said yet</option>
                    {sensitivities.map((value) => (
                      <option key={value} value={value}>
                        {sensitivityNames[value]}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
              <div className="col-span-2 sm:col-span-3">
                <Field label="Must stay in" optional error={error("residence")}>
                  <TextInput
                    value={row.residence}
                    placeholder="EU"
                    onChange={(event) => change({ residence: event.target.value })}
                  />
                </Field>
              </div>
            </div>
          );
        }}
      </RowList>
      <FormError message={errorOf("content.data") ?? null} />
    </>
  );
}
