import { recalibrate, withHurriedForecasts } from "@/features/plans/service";
import { backdate, type Stretch } from "./backdate.service";
import {
  answerStep,
  askStep,
  decideStep,
  dropStep,
  editStep,
  optionStep,
  positionStep,
  reopenStep,
  reviewStep,
  settleStep,
  suggestionStep,
  supersedeStep,
} from "./decision-steps.service";
import { answer, beginThread, resolve } from "./discussion-steps.service";
import { evidenceStep, sizeStep } from "./evidence-steps.service";
import { withForecastOf } from "./foresight.service";
import {
  approvalStep,
  conditionStep,
  judgeStep,
  namedStep,
  ownCriterionStep,
  passStep,
  verdictStep,
} from "./gate-steps.service";
import { found, join } from "./members.service";
import { founder } from "./people";
import { begin, move, pass, retarget, reviseBrief, settleTask } from "./project-steps.service";
import { type Scene, scenesOf } from "./scenes";
import { criteriaStep, revealStep, roundStep, scoreStep } from "./scoring-steps.service";
import type { ProjectStory, Step } from "./story";
import { known, memberOf, type Telling } from "./telling";
import { timeStep } from "./time-steps.service";
import { timetable, workingDay } from "./timetable";

/** Tells all stories in the order of time, so that the log's numbers and its times agree, and then moves them to their times. */
export async function tell(telling: Telling, stories: readonly ProjectStory[]): Promise<void> {
  const scenes = scenesOf(stories);
  const times = timetable(scenes, telling.today);
  const stretches: Stretch[] = [];
  for (const [place, scene] of scenes.entries()) {
    const began = new Date();
    await play(telling, scene);
    await nextMillisecond();
    stretches.push({ began, ended: new Date(), happenedAt: times[place] ?? began });
  }
  await forecastAll(telling);
  await backdate(memberOf(telling, founder.key), stretches);
}

/** The forecasts of the way were hurried: only the last one of each project is seen. */
async function forecastAll(telling: Telling): Promise<void> {
  const db = memberOf(telling, founder.key);
  for (const projectId of telling.projects.values())
    await db.derive(async (tx) => await recalibrate(tx, db, projectId));
}

/** Times are kept in milliseconds: a scene's must not be those of the next one. */
async function nextMillisecond(): Promise<void> {
  await new Promise((resume) => setTimeout(resume, 2));
}

async function play(telling: Telling, scene: Scene): Promise<void> {
  switch (scene.kind) {
    case "found":
      return await found(telling, scene.person);
    case "join":
      return await join(telling, scene.person);
    case "begin":
      return await withHurriedForecasts(async () => await begin(telling, scene.story));
    case "step":
      return await take(telling, scene.story, scene.step);
    case "reply":
      return await answer(telling, scene.story, scene.thread, scene.reply);
    case "resolve":
      return await resolve(telling, scene.thread, scene.who);
  }
}

async function take(telling: Telling, story: ProjectStory, step: Step): Promise<void> {
  const verb = async () => await withHurriedForecasts(async () => await act(telling, story, step));
  if (!changesOutcome(step)) return await verb();
  const day = workingDay(telling.today, step.daysAgo);
  await withForecastOf(day, memberOf(telling, step.who), known(telling.projects, story.key), verb);
}

function changesOutcome({ kind }: Step): boolean {
  return kind === "decide" || kind === "reopen" || kind === "supersede";
}

async function act(telling: Telling, story: ProjectStory, step: Step): Promise<void> {
  const db = memberOf(telling, step.who);
  const projectId = known(telling.projects, story.key);
  switch (step.kind) {
    case "move":
      return await move(db, story, step);
    case "pass":
      return await pass(db, story, step);
    case "judge":
      return await judgeStep(db, story, step);
    case "own-criterion":
      return await ownCriterionStep(db, projectId, step);
    case "name-approver":
      return await namedStep(telling, db, story, step);
    case "ask-approval":
      return await approvalStep(db, story, step);
    case "verdict":
      return await verdictStep(telling, db, story, step);
    case "close-condition":
      return await conditionStep(db, story, step);
    case "record-pass":
      return await passStep(telling, db, story, step);
    case "revise-brief":
      return await reviseBrief(db, story, step);
    case "retarget":
      return await retarget(telling, db, story, step);
    case "task":
      return await settleTask(telling, db, story, step);
    case "time":
      return await timeStep(telling, db, projectId, step);
    case "ask":
      return await askStep(telling, db, projectId, step);
    case "edit":
      return await editStep(telling, db, projectId, step);
    case "drop":
      return await dropStep(db, projectId, step);
    case "option":
      return await optionStep(db, projectId, step);
    case "evidence":
      return await evidenceStep(telling, db, projectId, step);
    case "size":
      return await sizeStep(db, projectId, step);
    case "position":
      return await positionStep(db, projectId, step);
    case "criteria":
      return await criteriaStep(db, projectId, step);
    case "score":
      return await scoreStep(db, projectId, step);
    case "reveal":
      return await revealStep(db, projectId, step);
    case "round":
      return await roundStep(db, projectId, step);
    case "decide":
      return await decideStep(db, projectId, step);
    case "answer":
      return await answerStep(telling, db, projectId, step);
    case "settle":
      return await settleStep(db, projectId, step);
    case "review":
      return await reviewStep(db, projectId, step);
    case "take-suggestion":
    case "dismiss-suggestion":
      return await suggestionStep(db, projectId, step);
    case "reopen":
      return await reopenStep(db, projectId, step);
    case "supersede":
      return await supersedeStep(db, projectId, step);
    case "thread":
      return await beginThread(telling, story, step);
  }
}
