"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { addressOf } from "@/features/views/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { DecidedCard } from "./decided-card";
import { InboxCard } from "./inbox-card";
import { OwnDecisionsCard } from "./own-decisions-card";
import { PortfolioCards } from "./portfolio-cards";
import { ProjectsCard } from "./projects-card";
import { TasksCard } from "./tasks-card";
import { WorkspaceCard } from "./workspace-card";

/** Where a person begins: what is next for them, by what they do in the workspace. */
export function HomeScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.home.overview.queryOptions({ workspace }));
  const { firstView: view, toDo, news, tasks, toDecide, recent, portfolio, projectCount } = data;
  const base = `/w/${workspace}`;
  return (
    <>
      <PageHeader
        title="Home"
        subtitle={`What is next for you in ${frame.name}`}
        actions={
          <Link
            href={view === null ? `${base}/portfolio` : addressOf(workspace, view)}
            className="inline-flex min-h-8 items-center text-sm text-accent underline underline-offset-2"
          >
            {view === null ? "Portfolio" : `Portfolio: ${view.name}`}
          </Link>
        }
      />
      {projectCount === 0 ? (
        <NoProject workspace={workspace} mayCreate={frame.may("project.create")} />
      ) : null}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <div className="grid grid-cols-1 gap-4">
          <InboxCard
            workspace={workspace}
            title="Waiting for you"
            head={toDo}
            to={`${base}/inbox?show=all`}
            empty="Nothing waits for you. A decision that asks for your position, your scores or your approval will be here."
          />
          {tasks !== null && <TasksCard workspace={workspace} tasks={tasks} timer={frame.timer} />}
          {toDecide.length > 0 && <OwnDecisionsCard workspace={workspace} decisions={toDecide} />}
          {recent !== null && <DecidedCard workspace={workspace} decided={recent.decided} />}
          <InboxCard
            workspace={workspace}
            title="New in your inbox"
            head={news}
            to={`${base}/inbox`}
            empty="You have read everything. Mentions, answers and what happens in what you follow come here."
          />
        </div>
        <div className="grid grid-cols-1 gap-4">
          {data.workspace !== null && <WorkspaceCard workspace={workspace} needs={data.workspace} />}
          {portfolio !== null && projectCount > 0 && (
            <PortfolioCards workspace={workspace} currency={frame.currency} needs={portfolio} />
          )}
          {projectCount > 0 && (
            <ProjectsCard
              workspace={workspace}
              currency={frame.currency}
              title={recent === null ? "Your projects" : "Changed lately"}
              projects={recent === null ? data.projects : recent.projects}
              left={recent === null ? data.projectsLeft : projectCount - recent.projects.length}
            />
          )}
        </div>
      </div>
    </>
  );
}

function NoProject({ workspace, mayCreate }: { workspace: string; mayCreate: boolean }) {
  return (
    <div className="mb-4">
      <EmptyState
        title="No project yet"
        description={
          mayCreate
            ? "A project begins with a template: it brings phases, tasks and the first decisions, and a forecast from them."
            : "Leads, admins and owners make projects. As soon as there is one that you may see, its decisions and dates are here."
        }
        action={
          mayCreate ? (
            <Link
              href={`/w/${workspace}/projects/new`}
              className="inline-flex min-h-8 items-center text-sm text-accent underline underline-offset-2"
            >
              Make the first project
            </Link>
          ) : null
        }
      />
    </div>
  );
}
