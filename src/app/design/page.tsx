import type { Metadata } from "next";
import { PageHeader } from "@/ui/page-header";
import { ThemeToggle } from "@/ui/theme-toggle";
import { BothThemes } from "./both-themes";
import { Charts } from "./charts";
import { Controls } from "./controls";
import { developmentOnly } from "./development-only";
import { Foundations } from "./foundations";
import { Glyphs } from "./glyphs";
import { Maps } from "./maps";
import { Overlays } from "./overlays";
import { Surfaces } from "./surfaces";
import { Tables } from "./tables";

export const metadata: Metadata = { title: "Design system" };

export default function DesignPage() {
  developmentOnly();
  return (
    <main id="content" className="mx-auto max-w-[1600px] px-4 py-6 sm:px-7">
      <PageHeader
        title="Design system"
        subtitle="Every part in its states, light and dark. What opens in front of the page takes the page's own theme."
        eyebrow={
          <a href="/design/shell" className="inline-flex min-h-6 items-center underline underline-offset-4">
            The frame of the app is on a page of its own
          </a>
        }
        actions={<ThemeToggle />}
      />
      <BothThemes title="Foundations" part={Foundations} />
      <BothThemes title="The lifecycle map" part={Maps} />
      <BothThemes title="Glyphs" part={Glyphs} />
      <BothThemes title="Charts" part={Charts} />
      <BothThemes title="Buttons and fields" part={Controls} />
      <BothThemes title="Menus, dialogs, toasts" part={Overlays} />
      <BothThemes title="Cards, messages, empty states" part={Surfaces} />
      <BothThemes title="Tables" part={Tables} />
    </main>
  );
}
