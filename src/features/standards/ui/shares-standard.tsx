"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { formatPercent } from "@/ui/format";
import { ConflictNote } from "./conflict-note";
import { PercentField, parsedShare, typedPercent } from "./percent-field";
import { ResetButton } from "./reset-button";
import type { Shares } from "./simulation-shares";
import { StandardCard } from "./standard-card";
import { useStandard } from "./use-standard";

type Own<Id extends string> = Readonly<Record<Id, number | null>> | undefined;

/** Shares of the simulation: the workspace's own beside the defaults. */
export function SharesStandard<Id extends string>({
  workspace,
  of,
  own,
  version,
  editable,
}: {
  workspace: string;
  of: Shares<Id>;
  own: Own<Id>;
  version: number;
  editable: boolean;
}) {
  const isChanged = of.ids.some((id) => own?.[id] != null);
  const send = of.send(useApi());
  return (
    <StandardCard
      anchor={of.anchor}
      title={of.title}
      explained={of.explained}
      isChanged={isChanged}
      actions={
        editable && (
          <>
            {isChanged && (
              <ResetButton
                label={`Reset ${of.title} to the default`}
                said={`“${of.title}” stands as the default says.`}
                version={version}
                send={async (seen) => await send({ workspace, ...seen, content: of.none })}
              />
            )}
            <EditSheet title={of.title} button="Change" label={`Change ${of.title}`}>
              {(onDone) => (
                <SharesForm workspace={workspace} of={of} own={own} version={version} onDone={onDone} />
              )}
            </EditSheet>
          </>
        )
      }
    >
      <dl className="grid gap-1.5 text-sm">
        {of.ids.map((id) => (
          <div key={id} className="flex items-baseline justify-between gap-4">
            <dt>{of.names[id]}</dt>
            <dd className="shrink-0 text-right tabular-nums">
              <span className={own?.[id] == null ? undefined : "font-medium text-accent"}>
                {formatPercent(own?.[id] ?? of.defaults[id])}
              </span>
              {own?.[id] != null && (
                <span className="block text-xs text-muted">default {formatPercent(of.defaults[id])}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </StandardCard>
  );
}

function SharesForm<Id extends string>({
  workspace,
  of,
  own,
  version,
  onDone,
}: {
  workspace: string;
  of: Shares<Id>;
  own: Own<Id>;
  version: number;
  onDone: () => void;
}) {
  const [draft, setDraft] = useState(() =>
    of.ids.map((id) => ({ id, text: typedPercent(own?.[id] ?? of.defaults[id]) })),
  );
  const { submit, theirs, goOn, errorOf, ...form } = useStandard(of.send(useApi()), { version, onDone });
  const content = () => {
    const shares: Record<Id, number | null> = { ...of.none };
    for (const { id, text } of draft) shares[id] = parsedShare(text, of.defaults[id]);
    return shares;
  };
  return (
    <EditForm
      save="Save standard"
      pending={form.pending}
      message={form.message}
      onSave={() => void submit((request) => ({ workspace, ...request, content: content() }))}
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      <p className="text-sm text-muted">{of.explained}</p>
      {draft.map(({ id, text }) => (
        <PercentField
          key={id}
          label={of.names[id]}
          value={text}
          onChange={(changed) =>
            setDraft(draft.map((entry) => (entry.id === id ? { ...entry, text: changed } : entry)))
          }
          standard={of.defaults[id]}
          error={errorOf(`content.${id}`)}
        />
      ))}
    </EditForm>
  );
}
