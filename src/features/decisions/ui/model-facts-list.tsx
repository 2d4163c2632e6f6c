import type { ModelFacts } from "@/planning";
import { modelRows, tellAccess } from "./evidence-words";

/** What the catalogue says of a model, with where it says so from. */
export function ModelFactsList({ facts }: { facts: ModelFacts }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs tabular-nums [overflow-wrap:anywhere]">
      <dt className="text-muted">Maker</dt>
      <dd>
        {facts.organization}, {tellAccess(facts)}
      </dd>
      {modelRows(facts).map(([name, figure]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
      <dt className="text-muted">Sources</dt>
      <dd className="flex flex-wrap gap-x-3">
        <Source address={facts.source} name="model" />
        {facts.price !== null && <Source address={facts.price.source} name="price" />}
      </dd>
    </dl>
  );
}

function Source({ address, name }: { address: string; name: string }) {
  if (!/^https?:/.test(address)) return <span>{address}</span>;
  return (
    <a href={address} rel="noreferrer" target="_blank" className="text-accent underline underline-offset-2">
      {name}
    </a>
  );
}
