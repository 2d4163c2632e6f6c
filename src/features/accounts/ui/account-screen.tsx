"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { NotificationsCard } from "@/features/attention/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { TextInput } from "@/ui/text-input";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast";
import { leave } from "./leave";

export function AccountScreen({
  workspace,
  letters,
}: {
  /** Whose settings are shown first. */
  workspace: string | undefined;
  /** What else comes by mail, by workspace. */
  letters: Readonly<Record<string, ReactNode>>;
}) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions({}));
  return (
    <main className="mx-auto max-w-xl px-4 py-8">
      <PageHeader
        title="Your account"
        subtitle={me.email}
        eyebrow={
          <Link href="/" className="hover:underline">
            ← Back to your workspace
          </Link>
        }
        actions={<Button onClick={() => void leave()}>Sign out</Button>}
      />
      <div className="grid gap-5">
        <NameCard name={me.name} />
        <NotificationsCard workspaces={me.workspaces} first={workspace} letters={letters} />
        <PasswordCard />
        <SessionsCard />
      </div>
    </main>
  );
}

function NameCard({ name: saved }: { name: string }) {
  const api = useApi();
  const [name, setName] = useState(saved);
  const { submit, pending, message, errorOf } = useSubmit(
    api.accounts.rename.mutate,
    () => void toast.success("Saved"),
  );
  return (
    <Card title="Name">
      <form
        className="grid gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({ mutationId, name }));
        }}
      >
        <FormError message={message} />
        <Field label="What others see" error={errorOf("name")}>
          <TextInput autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  );
}

function PasswordCard() {
  const api = useApi();
  const [passwords, setPasswords] = useState({ currentPassword: "", password: "" });
  const { submit, pending, message, errorOf } = useSubmit(api.accounts.changePassword.mutate, () => {
    setPasswords({ currentPassword: "", password: "" });
    toast.success("Password changed. Your other sessions were ended.");
  });
  return (
    <Card title="Password">
      <form
        className="grid gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({ mutationId, ...passwords }));
        }}
      >
        <FormError message={message} />
        <Field label="Present password" error={errorOf("currentPassword")}>
          <TextInput
            type="password"
            autoComplete="current-password"
            value={passwords.currentPassword}
            onChange={(event) => setPasswords({ ...passwords, currentPassword: event.target.value })}
          />
        </Field>
        <Field label="New password" hint="At least 10 characters." error={errorOf("password")}>
          <TextInput
            type="password"
            autoComplete="new-password"
            value={passwords.password}
            onChange={(event) => setPasswords({ ...passwords, password: event.target.value })}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            Change password
          </Button>
        </div>
      </form>
    </Card>
  );
}

function SessionsCard() {
  const api = useApi();
  const trpc = useTRPC();
  const { data: sessions } = useSuspenseQuery(trpc.accounts.sessions.queryOptions({}));
  const others = useSubmit(
    api.accounts.signOutOthers.mutate,
    () => void toast.success("Your other sessions were ended."),
  );
  const everywhere = useSubmit(api.accounts.signOutEverywhere.mutate, () =>
    window.location.assign("/sign-in"),
  );
  return (
    <Card title="Where you are signed in">
      <ul className="mb-3 grid gap-1.5 text-sm">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {session.device} {session.isThisOne && <Badge tone="accent">this one</Badge>}
            </span>
            <span className="text-muted">
              since <RelativeTime at={session.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      <FormError message={others.message ?? everywhere.message} />
      <div className="flex flex-wrap gap-2">
        <Button pending={others.pending} onClick={() => void others.submit((mutationId) => ({ mutationId }))}>
          Sign out the others
        </Button>
        <Button
          variant="danger"
          pending={everywhere.pending}
          onClick={() => void everywhere.submit((mutationId) => ({ mutationId }))}
        >
          Sign out everywhere
        </Button>
      </div>
    </Card>
  );
}
