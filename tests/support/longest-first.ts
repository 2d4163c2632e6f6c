import { createHash } from "node:crypto";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begun late, these would run on alone when everything else is done. */
const long = ["fuzz.test.ts", "procedure-walk.test.ts", "scoring-blindness.test.ts", "interleavings.test.ts"];

/** Test files in an order that the seed decides, but for the long ones, which come first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const drawn = (file: TestSpecification) =>
      createHash("sha256").update(`${seed} ${file.moduleId}`).digest("hex");
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place < 0 ? long.length : place;
    };
    return files.toSorted((a, b) => rank(a) - rank(b) || (drawn(a) < drawn(b) ? -1 : 1));
  }
}
