import type { ReactNode } from "react";
import { NavigationSheet } from "./navigation-sheet";
import { SkipLink } from "./skip-link";

/**
 * The frame of every signed-in page: a bar at the side from 1024 px, a bar on top with a sheet below that. The slots are
 * rendered in both places, of which one is hidden.
 */
export function AppShell({
  switcher,
  navigation,
  foot,
  status,
  children,
}: {
  /** Which workspace this is, and the way to another. */
  switcher: ReactNode;
  /** NavLinks, NavCaptions. */
  navigation: ReactNode;
  /** What stands at the end of the navigation: settings, help, the account. */
  foot?: ReactNode;
  /** Small and always in sight: who else is here, whether the page is live. */
  status?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[224px_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="sticky top-0 hidden h-dvh flex-col border-r border-line lg:flex print:hidden">
        <div className="px-3 pt-4 pb-2.5">{switcher}</div>
        <nav
          aria-label="Workspace"
          className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-3 pb-3"
        >
          {navigation}
          {foot !== undefined && <div className="mt-auto grid gap-0.5 pt-4">{foot}</div>}
        </nav>
        {status !== undefined && <div className="px-5 py-2.5">{status}</div>}
      </header>
      <header className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-paper px-2 py-1.5 sm:px-4 lg:hidden print:hidden">
        <NavigationSheet>
          {navigation}
          {foot !== undefined && <div className="mt-auto grid gap-0.5 pt-4">{foot}</div>}
        </NavigationSheet>
        <div className="min-w-0 flex-1">{switcher}</div>
        {status}
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 pt-4 pb-12 outline-none sm:px-7 lg:pt-5">
        {children}
      </main>
    </div>
  );
}
