import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ApiProvider } from "@/platform/trpc/client";
import { Toaster } from "@/ui/toast";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · Phasewise", default: "Phasewise" },
  icons: { icon: "/icon.svg" },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const kept = (await cookies()).get("theme")?.value;
  const theme = kept === "light" || kept === "dark" ? kept : "system";
  return (
    <html lang="en" className={`${theme} ${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <ApiProvider>{children}</ApiProvider>
        <Toaster />
      </body>
    </html>
  );
}
