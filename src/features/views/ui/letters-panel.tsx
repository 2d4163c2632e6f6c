"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { CheckGroup } from "@/ui/check-group";
import DialogPanel, { type DialogProps } from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast-queue";
import type { MyLetter, MyLetters } from "../letters.queries";
import type { Rhythm } from "../letters.schema";
import type { SavedView } from "../queries";
import { whyNoMail } from "./no-mail";
import { RhythmFields } from "./rhythm-fields";
import { momentWords } from "./rhythm-words";
import { useLetterVerbs } from "./use-letter-verbs";

type Props = { workspace: string; viewId: string | null } & Pick<DialogProps, "open" | "onOpenChange">;

/** Has a saved view sent by e-mail, and changes, pauses or ends that. */
export default function LettersPanel({ workspace, viewId, ...dialog }: Props) {
  const trpc = useTRPC();
  const { data: views } = useQuery(trpc.views.mine.queryOptions({ workspace }));
  const { data: mine } = useQuery(trpc.letters.mine.queryOptions({ workspace }));
  const [chosen, setChosen] = useState(viewId);
  const view = views?.views.find(({ id }) => id === chosen) ?? null;
  const letter = mine?.letters.find((known) => known.isMine && known.view.id === chosen) ?? null;
  return (
    <DialogPanel
      {...dialog}
      title="Send by e-mail"
      description="A letter with the view's sums and first rows as they are then, as its reader may see them."
    >
      {views !== undefined && mine !== undefined && (
        <div className="grid gap-4">
          {mine.off !== null && <Callout>{whyNoMail[mine.off]}</Callout>}
          {views.views.length === 0 ? (
            <p className="text-sm">
              No view is saved yet. Close this, set the filter as you want it in your mail and choose “Save as
              new…”. Then send that view.
            </p>
          ) : (
            <Field
              label="View"
              {...(view === null ? { hint: "A filter is sent once it is saved as a view." } : {})}
            >
              <Select value={chosen ?? ""} onChange={(event) => setChosen(event.target.value)}>
                {view === null && <option value="">Choose one</option>}
                {views.views.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {view !== null && (
            <LettersForm
              key={`${view.id} ${letter?.version ?? 0}`}
              workspace={workspace}
              view={view}
              letter={letter}
              mine={mine}
              onDone={() => dialog.onOpenChange?.(false)}
            />
          )}
        </div>
      )}
    </DialogPanel>
  );
}

function LettersForm({
  workspace,
  view,
  letter,
  mine,
  onDone,
}: {
  workspace: string;
  view: SavedView;
  letter: MyLetter | null;
  mine: MyLetters;
  onDone: () => void;
}) {
  const api = useApi();
  const [rhythm, setRhythm] = useState<Rhythm>(() => letter?.rhythm ?? mondayMorning());
  const [readers, setReaders] = useState<readonly string[]>(letter?.readers.map(({ id }) => id) ?? [mine.me]);
  const make = useSubmit(api.letters.schedule.mutate, () => {
    toast(`“${view.name}” goes out by e-mail.`);
    onDone();
  });
  const change = useSubmit(api.letters.change.mutate, () => void toast("Saved"));
  const { end, pause, sendNow } = useLetterVerbs(workspace);
  const others = mine.people.filter(({ id }) => id !== mine.me);
  const save = () => {
    const chosen = { rhythm, readers: view.scope === "shared" ? [...readers] : [mine.me] };
    if (letter === null) {
      void make.submit((mutationId) => ({ workspace, mutationId, viewId: view.id, ...chosen }));
      return;
    }
    const { id: letterId, version, isPaused: paused } = letter;
    void change.submit((mutationId) => ({ workspace, mutationId, letterId, version, paused, ...chosen }));
  };
  return (
    <>
      <EditForm
        save={letter === null ? "Send it" : "Save"}
        pending={make.pending || change.pending}
        message={make.message ?? change.message}
        onSave={save}
      >
        <RhythmFields rhythm={rhythm} onChange={setRhythm} />
        {others.length > 0 &&
          (view.scope === "shared" ? (
            <CheckGroup
              legend="To"
              className="grid max-h-48 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2"
              choices={[
                { id: mine.me, label: `You, ${mine.address}` },
                ...others.map(({ id, name }) => ({ id, label: name })),
              ]}
              chosen={readers}
              onChange={setReaders}
              error={make.errorOf("readers") ?? change.errorOf("readers")}
            />
          ) : (
            <p className="text-sm text-muted">
              To you, {mine.address}. Share the view to send it to others, too.
            </p>
          ))}
        {others.length === 0 && <p className="text-sm text-muted">To you, {mine.address}.</p>}
      </EditForm>
      {letter !== null && (
        <p className="text-sm text-muted">
          {letter.nextAt === null
            ? "Paused: nothing is sent."
            : `The next one: ${momentWords(letter.nextAt, letter.rhythm.timeZone)}.`}
        </p>
      )}
      {letter !== null && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
          <Button pending={pause.pending} onClick={() => pause.toggle(letter)}>
            {letter.isPaused ? "Go on sending" : "Pause"}
          </Button>
          {!letter.isPaused && mine.off === null && letter.readers.some(({ id }) => id === mine.me) && (
            <Button pending={sendNow.pending} onClick={() => sendNow.run(letter)}>
              Send me one now
            </Button>
          )}
          <Button variant="danger" pending={end.pending} onClick={() => void end.run(letter, onDone)}>
            End it
          </Button>
          <FormError message={pause.message ?? sendNow.message ?? end.message} />
        </div>
      )}
    </>
  );
}

/** Where the person is. */
function mondayMorning(): Rhythm {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { frequency: "weekly", weekday: 1, hour: 8, timeZone };
}
