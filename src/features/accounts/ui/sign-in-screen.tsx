"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";
import { TextInput } from "@/ui/text-input";
import { EntryFrame } from "./entry-frame";
import { ownAddress, useSignIn } from "./use-sign-in";

export function SignInScreen({ next }: { next: string | undefined }) {
  const { enter, pending, error } = useSignIn(ownAddress(next));
  const onward = next === undefined ? "/register" : `/register?next=${encodeURIComponent(next)}`;
  return (
    <EntryFrame
      title="Sign in"
      foot={
        <>
          New here?{" "}
          <Link href={onward} className="text-accent underline underline-offset-2">
            Register
          </Link>
        </>
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void enter(String(form.get("email")), String(form.get("password")));
        }}
      >
        <FormError message={error} />
        <Field label="E-mail address">
          <TextInput name="email" type="email" autoComplete="username" required />
        </Field>
        <Field label="Password">
          <TextInput name="password" type="password" autoComplete="current-password" required />
        </Field>
        <Button type="submit" variant="primary" pending={pending}>
          Sign in
        </Button>
      </form>
      <SampleAccounts onChoose={(email, password) => void enter(email, password)} pending={pending} />
    </EntryFrame>
  );
}

function SampleAccounts({
  onChoose,
  pending,
}: {
  onChoose: (email: string, password: string) => void;
  pending: boolean;
}) {
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.accounts.sampleAccounts.queryOptions({}));
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="sample" className="grid gap-2">
      <h2 id="sample" className="text-sm font-semibold">
        Or look around in the sample workspace as
      </h2>
      <ul className="grid max-h-80 gap-1 overflow-y-auto rounded-lg border border-line bg-surface p-1">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              disabled={pending}
              onClick={() => onChoose(person.email, person.password)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-sunk disabled:opacity-55"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{person.name}</span>
                <span className="block truncate text-xs text-muted">{person.title}</span>
              </span>
              <Badge>{person.role}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
