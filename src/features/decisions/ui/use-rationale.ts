import { useState } from "react";

/**
 * The rationale of who decides. It begins with what was written together, and follows that until something is typed here; from then on
 * what others settle is told apart, and the version stays the one that was read.
 */
export function useRationale(decision: { readonly version: number; readonly rationale: string }) {
  const [read, setRead] = useState({ version: decision.version, rationale: decision.rationale });
  const [rationale, setRationale] = useState(decision.rationale);
  const isUntouched = rationale === read.rationale;
  const isSame = decision.rationale === read.rationale;
  const now = { version: decision.version, rationale: decision.rationale };
  if (decision.version !== read.version && (isSame || isUntouched)) {
    setRead(now);
    if (isUntouched) setRationale(decision.rationale);
  }
  return {
    rationale,
    setRationale,
    version: read.version,
    theirs: isSame || isUntouched ? null : decision.rationale,
    putTheirsAfter: () => {
      setRationale([rationale.trim(), decision.rationale.trim()].filter(Boolean).join("\n\n"));
      setRead(now);
    },
    keepMine: () => setRead(now),
  };
}
