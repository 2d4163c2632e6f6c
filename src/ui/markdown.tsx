import { Suspense } from "react";
import { lazyPatiently } from "./lazy-patiently";
import type { MarkdownProps } from "./markdown-text";
import { Prose } from "./prose";

const MarkdownText = lazyPatiently(() => import("./markdown-text"));

/**
 * What people write, as Markdown. The server renders it; a browser shows that at once and loads the parser beside it, for texts that
 * come or change later. Until then such a text stands as it was typed.
 */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<AsTyped text={props.text} />}>
      <MarkdownText {...props} />
    </Suspense>
  );
}

function AsTyped({ text }: { text: string }) {
  return (
    <Prose>
      <p className="whitespace-pre-wrap">{text}</p>
    </Prose>
  );
}
