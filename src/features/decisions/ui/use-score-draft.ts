"use client";

import { useEffect, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { cellOf } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import type { Scoring, ScoringRound } from "./scoring-data";
import { cellsOf, type Draft, type DraftCell, draftOf } from "./scoring-draft";

const restMs = 600;

/** What somebody is filling in, kept on the server a moment after each change, for them alone. */
export function useScoreDraft(workspace: string, scoring: Scoring, round: ScoringRound) {
  const api = useApi();
  const [draft, setDraft] = useState<Draft>(() => {
    const { draft: kept, before } = scoring.mine;
    return draftOf(kept.length > 0 ? kept : before);
  });
  const [saved, setSaved] = useState<"untouched" | "saving" | "saved" | "failed">("untouched");
  const touched = useRef(false);
  const cells = cellsOf(scoring, draft);
  const content = JSON.stringify(cells);
  useEffect(() => {
    if (!touched.current) return;
    setSaved("saving");
    const timer = setTimeout(() => {
      void api.scoring.saveDraft
        .mutate({ workspace, mutationId: uuidv4(), roundId: round.id, cells: JSON.parse(content) })
        .then(
          () => setSaved("saved"),
          () => setSaved("failed"),
        );
    }, restMs);
    return () => clearTimeout(timer);
  }, [api, workspace, round.id, content]);
  return {
    draft,
    cells,
    saved,
    change: (place: { optionId: string; criterionId: string }, cell: DraftCell) => {
      touched.current = true;
      setDraft((last) => new Map(last).set(cellOf(place), cell));
    },
  };
}
