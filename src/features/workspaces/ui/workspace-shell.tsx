"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import {
  Activity,
  BookOpen,
  ChartNoAxesGantt,
  ChevronsUpDown,
  Clock,
  Diamond,
  FolderKanban,
  GraduationCap,
  House,
  Inbox,
  Plus,
  Settings,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { leave } from "@/features/accounts/ui";
import { LiveStatus, LiveWorkspace } from "@/features/activity/ui";
import { TitleCount } from "@/features/attention/ui";
import { TimerWhenRunning } from "@/features/timer/ui";
import { useTRPC } from "@/platform/trpc/client";
import { AppShell } from "@/ui/app-shell";
import { Avatar } from "@/ui/avatar";
import { Link } from "@/ui/link";
import { Logo } from "@/ui/logo";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";
import { NavCaption } from "@/ui/nav-caption";
import { NavLink } from "@/ui/nav-link";
import { ThemeToggle } from "@/ui/theme-toggle";
import { OwnNames } from "./own-names";

/** The frame of every page of a workspace. */
export function WorkspaceShell({
  workspace,
  after,
  children,
}: {
  workspace: string;
  after: number;
  children: ReactNode;
}) {
  const trpc = useTRPC();
  const { data: frame } = useSuspenseQuery(trpc.workspaces.frame.queryOptions({ workspace }));
  const base = `/w/${workspace}`;
  return (
    <LiveWorkspace workspace={workspace} after={after} inbox={frame.inbox.mark}>
      <TitleCount count={frame.inbox.unread} />
      <AppShell
        switcher={<WorkspaceSwitcher workspace={workspace} name={frame.name} isSample={frame.isSample} />}
        navigation={
          <>
            <NavLink href={base} exact icon={<House aria-hidden="true" className="size-4" />}>
              Home
            </NavLink>
            <NavLink
              href={`${base}/inbox`}
              icon={<Inbox aria-hidden="true" className="size-4" />}
              count={frame.inbox.unread}
            >
              For you
            </NavLink>
            {places
              .filter(({ to }) => to !== "time" || frame.permissions.includes("time.book"))
              .map(({ to, name, Icon }) => (
                <NavLink
                  key={to}
                  href={`${base}/${to}`}
                  icon={<Icon aria-hidden="true" className="size-4" />}
                >
                  {name}
                </NavLink>
              ))}
            {frame.projects.length > 0 && <NavCaption>Projects</NavCaption>}
            {frame.projects.map((project) => (
              <NavLink key={project.key} href={`${base}/projects/${project.key}`}>
                {project.name}
                {project.isPrivate && <span className="ml-1.5 text-xs text-muted">private</span>}
              </NavLink>
            ))}
          </>
        }
        foot={
          <>
            <NavLink href={`${base}/settings`} icon={<Settings aria-hidden="true" className="size-4" />}>
              Settings
            </NavLink>
            <div className="flex items-center justify-between gap-1">
              <AccountMenu name={frame.myName} />
              <ThemeToggle />
            </div>
          </>
        }
        status={
          <>
            {frame.inbox.unread > 0 && (
              <span className="lg:hidden">
                <NavLink
                  href={`${base}/inbox`}
                  icon={<Inbox role="img" aria-label="For you" className="size-4" />}
                  count={frame.inbox.unread}
                >
                  {null}
                </NavLink>
              </span>
            )}
            {frame.timer !== null && (
              <TimerWhenRunning key={frame.timer.id} workspace={workspace} timer={frame.timer} />
            )}
            <LiveStatus workspace={workspace} />
          </>
        }
      >
        <OwnNames value={frame.ownNames}>{children}</OwnNames>
      </AppShell>
    </LiveWorkspace>
  );
}

const places = [
  { to: "portfolio", name: "Portfolio", Icon: ChartNoAxesGantt },
  { to: "projects", name: "Projects", Icon: FolderKanban },
  { to: "decisions", name: "Decisions", Icon: Diamond },
  { to: "time", name: "Time", Icon: Clock },
  { to: "expertise", name: "Expertise", Icon: Users },
  { to: "learn", name: "Learn", Icon: GraduationCap },
  { to: "cheat-sheet", name: "Cheat sheet", Icon: BookOpen },
  { to: "activity", name: "Activity", Icon: Activity },
] as const;

function WorkspaceSwitcher({
  workspace,
  name,
  isSample,
}: {
  workspace: string;
  name: string;
  isSample: boolean;
}) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions({}));
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 py-1 text-left font-semibold hover:bg-sunk"
        >
          <Logo />
          <span className="min-w-0 flex-1">
            <span className="block truncate leading-5">{name}</span>
            {isSample && (
              <span className="block text-xs leading-4 font-normal text-muted">sample workspace</span>
            )}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint" />
          <span className="sr-only">Switch workspace</span>
        </button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      {me.workspaces.map((other) => (
        <MenuItem key={other.slug} asChild>
          <Link href={`/w/${other.slug}`} aria-current={other.slug === workspace ? "true" : undefined}>
            <span className="flex-1">{other.name}</span>
            <span className="text-xs text-muted">{other.role}</span>
          </Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/workspaces/new">
          <Plus aria-hidden="true" className="size-4 text-muted" /> New workspace
        </Link>
      </MenuItem>
    </Menu>
  );
}

function AccountMenu({ name }: { name: string }) {
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 text-left text-muted hover:bg-sunk hover:text-ink"
        >
          <Avatar name={name} />
          <span className="min-w-0 truncate">{name}</span>
        </button>
      }
    >
      <MenuItem asChild>
        <Link href="/account">Your account</Link>
      </MenuItem>
      <MenuItem onSelect={() => void leave()}>Sign out</MenuItem>
    </Menu>
  );
}
