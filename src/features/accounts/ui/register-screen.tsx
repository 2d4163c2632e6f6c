"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";
import { TextInput } from "@/ui/text-input";
import { EntryFrame } from "./entry-frame";
import { ownAddress, useSignIn } from "./use-sign-in";

export function RegisterScreen({ next }: { next: string | undefined }) {
  const api = useApi();
  const signIn = useSignIn(ownAddress(next));
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const { submit, pending, message, errorOf } = useSubmit(api.accounts.register.mutate, async () => {
    await signIn.enter(person.email, person.password);
  });
  const signInAddress = next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
  const set = (field: keyof typeof person) => (event: { target: { value: string } }) =>
    setPerson({ ...person, [field]: event.target.value });
  return (
    <EntryFrame
      title="Register"
      lead="An account is yours; workspaces are where you plan together."
      foot={
        <>
          Registered already?{" "}
          <Link href={signInAddress} className="text-accent underline underline-offset-2">
            Sign in
          </Link>
        </>
      }
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(() => person);
        }}
      >
        <FormError message={signIn.error ?? message} />
        <Field label="Name" error={errorOf("name")} required>
          <TextInput name="name" autoComplete="name" value={person.name} onChange={set("name")} />
        </Field>
        <Field label="E-mail address" error={errorOf("email")} required>
          <TextInput
            name="email"
            type="email"
            autoComplete="username"
            value={person.email}
            onChange={set("email")}
          />
        </Field>
        <Field
          label="Password"
          hint="At least 10 characters. A few words are easy to keep in mind."
          error={errorOf("password")}
          required
        >
          <TextInput
            name="password"
            type="password"
            autoComplete="new-password"
            value={person.password}
            onChange={set("password")}
          />
        </Field>
        <Button type="submit" variant="primary" pending={pending || signIn.pending}>
          Register
        </Button>
      </form>
    </EntryFrame>
  );
}
