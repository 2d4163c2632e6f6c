import { expect, it } from "vitest";
import { distributionSvg } from "./distribution-svg";

const bins = [
  { from: 0, to: 1, share: 0.25, cumulative: 0.25, name: "up to 1" },
  { from: 1, to: 2, share: 0.75, cumulative: 1, name: "up to 2" },
];
const picture = {
  title: "Cost <of> “A & B”",
  subtitle: "2,000 runs",
  bins,
  other: null,
  marks: [{ name: "P50", at: 1.5, look: "solid" as const }],
  limit: 1,
  nameAt: String,
};

it("draws every bar, those beyond the limit hatched, and the marks by name", () => {
  const svg = distributionSvg(picture);
  expect(svg.match(/fill="#4785a0"/g)).toHaveLength(1);
  expect(svg.match(/fill="url\(#late\)"/g)).toHaveLength(1);
  expect(svg).toContain(">P50</text>");
  expect(svg).toContain("Cost &lt;of&gt; “A &amp; B”");
  expect(svg).not.toContain('stroke-dasharray="5 3"');
});

it("draws a second series dashed", () => {
  expect(distributionSvg({ ...picture, other: bins }).match(/stroke-dasharray="5 3"/g)).toHaveLength(2);
});
