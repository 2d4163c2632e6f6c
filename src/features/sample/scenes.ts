import { founder, type SamplePerson, samplePeople } from "./people";
import type { ProjectStory, Reply, Step, StepOf } from "./story";

/** One thing that somebody did on one day. */
export type Scene = { readonly daysAgo: number } & (
  | { readonly kind: "found"; readonly person: SamplePerson }
  | { readonly kind: "join"; readonly person: SamplePerson }
  | { readonly kind: "begin"; readonly story: ProjectStory }
  | { readonly kind: "step"; readonly story: ProjectStory; readonly step: Step }
  | {
      readonly kind: "reply";
      readonly story: ProjectStory;
      readonly thread: StepOf<"thread">;
      readonly reply: Reply;
    }
  | {
      readonly kind: "resolve";
      readonly story: ProjectStory;
      readonly thread: StepOf<"thread">;
      readonly who: string;
    }
);

/** All that happens in the workspace, the oldest first: the stories of all projects run side by side. */
export function scenesOf(stories: readonly ProjectStory[]): Scene[] {
  const arrivals = samplePeople.map((person): Scene => {
    const kind = person === founder ? "found" : "join";
    return { kind, daysAgo: person.joinedDaysAgo, person };
  });
  const scenes = [...arrivals, ...stories.flatMap(scenesOfStory)];
  // Sorting is stable: scenes of the same day stay in the order in which they are told.
  return scenes.sort((a, b) => b.daysAgo - a.daysAgo);
}

function scenesOfStory(story: ProjectStory): Scene[] {
  return [
    { kind: "begin", daysAgo: story.startsDaysAgo, story },
    ...story.steps.flatMap((step): Scene[] => [
      { kind: "step", daysAgo: step.daysAgo, story, step },
      ...(step.kind === "thread" ? scenesOfThread(story, step) : []),
    ]),
  ];
}

function scenesOfThread(story: ProjectStory, thread: StepOf<"thread">): Scene[] {
  const replies = thread.replies.map(
    (reply): Scene => ({ kind: "reply", daysAgo: reply.daysAgo, story, thread, reply }),
  );
  const { resolved } = thread;
  if (resolved === null) return replies;
  return [...replies, { kind: "resolve", daysAgo: resolved.daysAgo, story, thread, who: resolved.who }];
}
