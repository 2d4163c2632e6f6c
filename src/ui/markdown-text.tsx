import type { ReactNode } from "react";
import ReactMarkdown, { defaultUrlTransform } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { whyNotMarkdown } from "./markdown-limits";
import { Prose } from "./prose";

export type MarkdownProps = {
  text: string;
  /** Draws the links of a page's own kind, like mentions; null leaves a link as it is. */
  link?: (address: string, name: ReactNode) => ReactNode;
};

/**
 * What people write, as Markdown. HTML in it is shown as text, pictures are left out, and links lead only to the web or a mail
 * program; one that
 * the page does not know is its text. A text beyond the limits of what is rendered is shown as it was typed.
 */
export default function MarkdownText({ text, link }: MarkdownProps) {
  if (whyNotMarkdown(text) !== null) {
    return (
      <Prose>
        <p className="whitespace-pre-wrap">{text}</p>
      </Prose>
    );
  }
  return (
    <Prose>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, readHtmlAsText]}
        rehypePlugins={[[rehypeSanitize, safe]]}
        urlTransform={keepMentions}
        disallowedElements={["img"]}
        components={{
          a: ({ href, children }) => {
            const own = href === undefined ? null : link?.(href, children);
            if (own !== null && own !== undefined) return own;
            if (href === undefined || href === "" || href.startsWith("mention:"))
              return <span>{children}</span>;
            return (
              <a href={href} rel="nofollow noopener noreferrer" target="_blank">
                {children}
              </a>
            );
          },
        }}
      >
        {text}
      </ReactMarkdown>
    </Prose>
  );
}

const safe = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "mention"] },
};

function keepMentions(address: string): string {
  return address.startsWith("mention:") ? address : defaultUrlTransform(address);
}

/** Turns the parser's rules for HTML off: what they would have found stays text, where sanitising would take it away. */
function readHtmlAsText(this: { data: () => object }): void {
  const data = this.data();
  const rules: unknown = "micromarkExtensions" in data ? data.micromarkExtensions : [];
  const off = { disable: { null: ["htmlFlow", "htmlText"] } };
  Object.assign(data, { micromarkExtensions: [...(Array.isArray(rules) ? rules : []), off] });
}
