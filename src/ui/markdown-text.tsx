import ReactMarkdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { whyNotMarkdown } from "./markdown-limits";
import { Prose } from "./prose";

/**
 * What people write, as Markdown. HTML in it is shown as text, pictures are left out, and links lead only to the web or a mail
 * program. A text beyond the limits of what is rendered is shown as it was typed.
 */
export default function MarkdownText({ text }: { text: string }) {
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
        rehypePlugins={[rehypeSanitize]}
        disallowedElements={["img"]}
        components={{
          a: ({ href, children }) => (
            <a href={href} rel="nofollow noopener noreferrer" target="_blank">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </Prose>
  );
}

/** Turns the parser's rules for HTML off: what they would have found stays text, where sanitising would take it away. */
function readHtmlAsText(this: { data: () => object }): void {
  const data = this.data();
  const rules: unknown = "micromarkExtensions" in data ? data.micromarkExtensions : [];
  const off = { disable: { null: ["htmlFlow", "htmlText"] } };
  Object.assign(data, { micromarkExtensions: [...(Array.isArray(rules) ? rules : []), off] });
}
