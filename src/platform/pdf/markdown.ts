import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** Words in a row that look alike. */
export type Run = { readonly text: string; readonly strong: boolean };

/** A block of Markdown as a page shows it. */
export type Block =
  | { readonly kind: "paragraph"; readonly runs: readonly Run[]; readonly depth: number }
  | { readonly kind: "item"; readonly mark: string; readonly runs: readonly Run[]; readonly depth: number };

/** What people wrote, without its marks: paragraphs, items of lists, and what stands out. Everything else is plain words. */
export function blocksOf(markdown: string): Block[] {
  return fromMarkdown(markdown).children.flatMap((node) => block(node, 0));
}

function block(node: RootContent | BlockContent | DefinitionContent, depth: number): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", runs: runsOf(node.children, false), depth }];
    case "heading":
      return [{ kind: "paragraph", runs: runsOf(node.children, true), depth }];
    case "code":
    case "html":
      return [{ kind: "paragraph", runs: [{ text: node.value, strong: false }], depth }];
    case "blockquote":
      return node.children.flatMap((child) => block(child, depth + 1));
    case "list":
      return node.children.flatMap((item, index) =>
        items(item, node.ordered === true ? `${(node.start ?? 1) + index}.` : "•", depth),
      );
    default:
      return [];
  }
}

/** The first paragraph stands beside the mark, the rest below it. */
function items(item: ListItem, mark: string, depth: number): Block[] {
  const [first, ...rest] = item.children.flatMap((child) => block(child, depth + 1));
  if (first === undefined) return [];
  if (first.kind === "item") return [first, ...rest];
  return [{ kind: "item", mark, runs: first.runs, depth }, ...rest];
}

function runsOf(nodes: readonly PhrasingContent[], strong: boolean): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case "text":
      case "inlineCode":
      case "html":
        return [{ text: node.value, strong }];
      case "break":
        return [{ text: "\n", strong }];
      case "strong":
        return runsOf(node.children, true);
      case "link": {
        const words = runsOf(node.children, strong);
        const isItself = words.map(({ text }) => text).join("") === node.url;
        return isItself || !/^https?:/.test(node.url)
          ? words
          : [...words, { text: ` (${node.url})`, strong }];
      }
      case "image":
        return [{ text: node.alt ?? "", strong }];
      default:
        return "children" in node ? runsOf(node.children, strong) : [];
    }
  });
}
