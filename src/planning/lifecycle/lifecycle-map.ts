import { type PhaseId, phaseIds } from "./phase-ids";

export interface LifecycleMapInput {
  /** Null once the project is launched: all four stations are done. */
  readonly currentPhase: PhaseId | null;
  /** Gate passages so far, in any order; going back is one too. */
  readonly passages: readonly { readonly fromPhase: PhaseId; readonly toPhase: PhaseId }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly phase: PhaseId;
    readonly state: "open" | "decided" | "superseded";
  }[];
  /** Which pass of the adapt-and-evaluate loop the project is in; 0 before the first. */
  readonly loopPass: number;
}

export type StationState = "done" | "current" | "ahead";

export interface LifecycleMap {
  readonly stations: readonly {
    readonly phase: PhaseId;
    readonly number: number;
    readonly state: StationState;
    /** The project has left this phase forwards at least once, even if it is now ahead again. */
    readonly passedBefore: boolean;
  }[];
  /** In the order of the rail; superseded decisions are left out. */
  readonly decisions: readonly { readonly id: string; readonly phase: PhaseId; readonly open: boolean }[];
  readonly loopPass: number;
}

/** What the lifecycle glyph draws, at any of its three scales. */
export function lifecycleMap(input: LifecycleMapInput): LifecycleMap {
  const current = input.currentPhase === null ? phaseIds.length : phaseIds.indexOf(input.currentPhase);
  return {
    stations: phaseIds.map((phase, place) => ({
      phase,
      number: place + 1,
      state: place < current ? "done" : place === current ? "current" : "ahead",
      passedBefore: input.passages.some(
        (passage) => passage.fromPhase === phase && phaseIds.indexOf(passage.toPhase) > place,
      ),
    })),
    decisions: input.decisions
      .filter((decision) => decision.state !== "superseded")
      .map(({ id, phase, state }) => ({ id, phase, open: state === "open" }))
      .sort((a, b) => phaseIds.indexOf(a.phase) - phaseIds.indexOf(b.phase)),
    loopPass: input.loopPass,
  };
}
