const counted = /^\(\d+\) /;

/** Keeps the number before the title of whichever page comes, until it is stopped. */
export function countInTitle(count: number): () => void {
  const show = () => {
    const title = document.title.replace(counted, "");
    const wanted = count > 0 ? `(${count}) ${title}` : title;
    if (document.title !== wanted) document.title = wanted;
  };
  show();
  // The title of the next page comes after the page.
  const titles = new MutationObserver(show);
  titles.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => titles.disconnect();
}
