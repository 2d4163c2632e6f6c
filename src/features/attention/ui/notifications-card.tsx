"use client";

import { useQuery } from "@tanstack/react-query";
import { BellOff, BellRing } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";
import { RadioGroup } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";

/** How a person hears of each of their workspaces: by mail, and of what. */
export function NotificationsCard({
  workspaces,
  first = workspaces[0]?.slug,
  letters,
}: {
  workspaces: readonly { readonly slug: string; readonly name: string }[];
  /** The workspace that is shown first. */
  first?: string | undefined;
  /** What else comes by mail, by workspace. */
  letters: Readonly<Record<string, ReactNode>>;
}) {
  const [slug, setSlug] = useState(first);
  if (slug === undefined) return null;
  return (
    <div id="notifications" className="scroll-mt-4">
      <Card title="Notifications">
        <div className="grid gap-4">
          {workspaces.length > 1 && (
            <Field label="Workspace">
              <Select value={slug} onChange={(event) => setSlug(event.target.value)}>
                {workspaces.map((workspace) => (
                  <option key={workspace.slug} value={workspace.slug}>
                    {workspace.name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <MailForm key={slug} workspace={slug} />
          {letters[slug]}
          <Subscriptions workspace={slug} />
        </div>
      </Card>
    </div>
  );
}

function MailForm({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.attention.mail.queryOptions({ workspace }));
  if (data === undefined) return null;
  return <LoadedMailForm key={JSON.stringify(data)} workspace={workspace} settings={data} />;
}

type Frequency = "instant" | "digest" | "off";

function LoadedMailForm({
  workspace,
  settings,
}: {
  workspace: string;
  settings: {
    frequency: Frequency;
    digestHour: number;
    timeZone: string;
    address: string;
    off: "not-configured" | "sample" | null;
  };
}) {
  const api = useApi();
  const [frequency, setFrequency] = useState(settings.frequency);
  const [digestHour, setDigestHour] = useState(settings.digestHour);
  const { submit, pending, message } = useSubmit(
    api.attention.setMail.mutate,
    () => void toast.success("Saved"),
  );
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        void submit((mutationId) => ({ workspace, mutationId, frequency, digestHour, timeZone }));
      }}
    >
      {settings.off !== null && <Callout>{whyOff[settings.off]}</Callout>}
      <FormError message={message} />
      <RadioGroup
        legend={`E-mail to ${settings.address}`}
        name="mail"
        value={frequency}
        onChange={setFrequency}
        choices={[
          { value: "instant", label: "At once", hint: "What comes within a minute comes in one letter." },
          { value: "digest", label: "Once a day", hint: "What you have not read by then." },
          { value: "off", label: "Never" },
        ]}
      />
      {frequency === "digest" && (
        <Field
          label="At"
          hint={`The last choice was made in the time zone ${settings.timeZone}; saving takes that of this browser.`}
        >
          <Select value={digestHour} onChange={(event) => setDigestHour(Number(event.target.value))}>
            {hours.map((hour) => (
              <option key={hour} value={hour}>{`${String(hour).padStart(2, "0")}:00`}</option>
            ))}
          </Select>
        </Field>
      )}
      <div>
        <Button type="submit" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

const whyOff = {
  "not-configured":
    "This server sends no mail: whoever runs it has not named a mail server. The inbox works without.",
  sample: "The sample workspace sends no mail: its people are made up.",
} as const;

function Subscriptions({ workspace }: { workspace: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.attention.subscriptions.queryOptions({ workspace }));
  const { submit, message } = useSubmit(api.attention.subscribe.mutate);
  return (
    <section aria-labelledby="subscriptions">
      <h3 id="subscriptions" className="text-sm font-medium">
        What you chose to follow or to mute
      </h3>
      <p className="mb-2 text-xs text-muted">
        Besides, you hear of what you own, asked or take part in. The bell on a page changes it.
      </p>
      <FormError message={message} />
      {data !== undefined && data.length === 0 && <p className="text-sm text-muted">Nothing yet.</p>}
      <ul className="grid gap-1">
        {data?.map(({ choice, project, title, path, subject }) => (
          <li key={path} className="flex items-center gap-2 text-sm">
            {choice === "muted" ? (
              <BellOff role="img" aria-label="Muted" className="size-4 shrink-0 text-muted" />
            ) : (
              <BellRing role="img" aria-label="Followed" className="size-4 shrink-0 text-muted" />
            )}
            <Link href={`/w/${workspace}/${path}`} className="min-w-0 flex-1 truncate hover:underline">
              {title} <span className="text-muted">· {project.name}</span>
            </Link>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Forget the choice for ${title} of ${project.name}`}
              onClick={() =>
                void submit((mutationId) => ({ workspace, mutationId, subject, choice: "automatic" }))
              }
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
