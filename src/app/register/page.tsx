import type { Metadata } from "next";
import { RegisterScreen } from "@/features/accounts/ui/register-screen";

export const metadata: Metadata = { title: "Register" };

export default async function RegisterPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  return <RegisterScreen next={typeof next === "string" ? next : undefined} />;
}
