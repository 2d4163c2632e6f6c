import { Card } from "@/ui/card";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { sampleDecisions } from "./sample";
import { Specimen } from "./specimen";

const hrefs = ["#content", "#content", "#content", "#content"];
const some = sampleDecisions([
  [2, 0],
  [0, 2],
  [0, 1],
  [0, 0],
]);
const launched = sampleDecisions([
  [1, 0],
  [2, 0],
  [4, 0],
  [1, 0],
]);
const crowd = sampleDecisions([
  [20, 0],
  [9, 3],
  [2, 18],
  [0, 6],
]);

export function Maps() {
  return (
    <>
      <Specimen name="Row: not begun, under way, in the loop, crowded, launched">
        <div className="grid gap-3">
          <LifecycleMap
            size="row"
            stations={["current", "ahead", "ahead", "ahead"]}
            decisions={[]}
            loopPass={0}
          />
          <LifecycleMap
            size="row"
            stations={["done", "current", "ahead", "ahead"]}
            decisions={some}
            loopPass={0}
          />
          <LifecycleMap
            size="row"
            stations={["done", "done", "current", "ahead"]}
            decisions={some}
            loopPass={2}
          />
          <LifecycleMap
            size="row"
            stations={["done", "done", "current", "ahead"]}
            decisions={crowd}
            loopPass={3}
          />
          <LifecycleMap
            size="row"
            stations={["done", "done", "done", "done"]}
            decisions={launched}
            loopPass={null}
          />
        </div>
      </Specimen>
      <Specimen name="Header of a project">
        <Card>
          <LifecycleMap
            size="header"
            stations={["done", "current", "ahead", "ahead"]}
            decisions={some}
            loopPass={1}
            notes={["gate passed 4 Nov", "0 of 2 decided", "budget: 3 passes", "P80 30 Apr"]}
            stationHrefs={hrefs}
          />
        </Card>
      </Specimen>
      <Specimen name="Header, crowded">
        <Card>
          <LifecycleMap
            size="header"
            stations={["done", "done", "current", "ahead"]}
            decisions={crowd}
            loopPass={2}
            notes={["gate passed 4 Nov", "gate passed 2 Dec", "budget: 3 passes", "P80 30 Apr"]}
            stationHrefs={hrefs}
          />
        </Card>
      </Specimen>
      <Specimen name="A whole page">
        <Card>
          <LifecycleMap
            size="page"
            stations={["done", "done", "current", "ahead"]}
            decisions={some}
            loopPass={2}
            notes={["gate passed 4 Nov", "gate passed 2 Dec", "pass 2 of 3", undefined]}
            stationHrefs={hrefs}
          />
        </Card>
      </Specimen>
    </>
  );
}
