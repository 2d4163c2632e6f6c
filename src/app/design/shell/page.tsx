import { BookOpen, Gem, LayoutDashboard, ListTodo, Settings, Users } from "lucide-react";
import type { Metadata } from "next";
import { AppShell } from "@/ui/app-shell";
import { AvatarStack } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { Logo } from "@/ui/logo";
import { NavCaption } from "@/ui/nav-caption";
import { NavLink } from "@/ui/nav-link";
import { PageHeader } from "@/ui/page-header";
import { ThemeToggle } from "@/ui/theme-toggle";
import { developmentOnly } from "../development-only";
import { people, sampleDecisions } from "../sample";

export const metadata: Metadata = { title: "The frame of the app" };

const icon = { "aria-hidden": true, className: "size-4" } as const;

export default function ShellPage() {
  developmentOnly();
  return (
    <AppShell
      switcher={
        <span className="flex items-center gap-2 px-2 py-1 font-semibold">
          <Logo />
          Northwind AI
        </span>
      }
      navigation={
        <>
          <NavLink href="/design/shell?to=inbox" icon={<ListTodo {...icon} />} count={4}>
            For you
          </NavLink>
          <NavLink href="/design/shell" icon={<LayoutDashboard {...icon} />}>
            Portfolio
          </NavLink>
          <NavLink href="/design/shell?to=decisions" icon={<Gem {...icon} />}>
            Decisions
          </NavLink>
          <NavLink href="/design/shell?to=expertise" icon={<Users {...icon} />}>
            Expertise
          </NavLink>
          <NavLink href="/design/shell?to=cheat-sheet" icon={<BookOpen {...icon} />}>
            Cheat sheet
          </NavLink>
          <NavCaption>Pinned projects</NavCaption>
          <NavLink href="/design/shell?to=clinical">Clinical summaries with a long name</NavLink>
        </>
      }
      foot={
        <NavLink href="/design" exact icon={<Settings {...icon} />}>
          Design system
        </NavLink>
      }
      status={
        <span className="flex items-center justify-between gap-2">
          <AvatarStack names={people.slice(0, 3)} label="Here now" />
          <ThemeToggle />
        </span>
      }
    >
      <PageHeader
        title="Clinical summaries"
        subtitle="Summarise ward notes for discharge letters, on premises, within 8 s"
        actions={<Button variant="primary">New decision</Button>}
      />
      <nav aria-label="Project" className="mb-4 flex gap-5 overflow-x-auto border-b border-line">
        <NavLink look="tab" href="/design/shell">
          Overview
        </NavLink>
        <NavLink look="tab" href="/design/shell?to=plan">
          Plan
        </NavLink>
        <NavLink look="tab" href="/design/shell?to=decisions" count={3}>
          Decisions
        </NavLink>
      </nav>
      <Card>
        <LifecycleMap
          size="header"
          stations={["done", "done", "current", "ahead"]}
          decisions={sampleDecisions([
            [2, 0],
            [3, 1],
            [8, 4],
            [0, 1],
          ])}
          loopPass={2}
          notes={["gate passed 4 Nov", "gate passed 2 Dec", "budget: 3 passes", "P80 30 Apr"]}
          stationHrefs={["#content", "#content", "#content", "#content"]}
        />
      </Card>
    </AppShell>
  );
}
