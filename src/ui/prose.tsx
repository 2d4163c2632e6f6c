import type { ReactNode } from "react";

/** Text that people wrote, rendered from Markdown: comments, rationales, briefs. Long words and code stay inside. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={classes}>{children}</div>;
}

const classes = [
  "max-w-prose min-w-0 [overflow-wrap:anywhere] [&>*+*]:mt-2",
  "[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2",
  "[&_:is(h1,h2,h3,h4,h5,h6)]:text-base [&_:is(h1,h2,h3,h4,h5,h6)]:font-semibold",
  "[&_ol]:list-decimal [&_ul]:list-disc [&_:is(ul,ol)]:pl-5 [&_li]:mt-0.5 [&_.task-list-item]:list-none",
  "[&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-3 [&_blockquote]:text-muted",
  "[&_code]:rounded [&_code]:bg-sunk [&_code]:px-1 [&_code]:font-mono [&_code]:text-[0.92em]",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunk [&_pre]:p-2.5 [&_pre_code]:p-0 [&_pre]:[overflow-wrap:normal]",
  "[&_table]:block [&_table]:overflow-x-auto [&_:is(th,td)]:border [&_:is(th,td)]:border-line [&_:is(th,td)]:px-2 [&_:is(th,td)]:py-1 [&_:is(th,td)]:[overflow-wrap:normal] [&_th]:text-left [&_th]:font-medium",
  "[&_hr]:border-line [&_img]:max-w-full",
].join(" ");
