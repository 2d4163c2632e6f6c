"use client";

import {
  type ComponentType,
  lazy,
  type RefObject,
  Suspense,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { loadPatiently } from "./lazy-patiently";

/**
 * A part of a page that the server draws and whose code the browser loads beside the page. What the server drew stands untouched until
 * that code is there: React would take it away, with what was typed into it, at the first change of what the part is given.
 * What it hears of through a context must not change, for the same reason: stores do. A click that comes before is done then.
 */
export function drawnFirst<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const patiently = () => loadPatiently(load);
  const Part = lazy(patiently);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where its module begins
  return function DrawnFirst(props: Props) {
    const place = useRef<HTMLDivElement>(null);
    const { onAlive } = useEarlyClick(place);
    const draw = () => (
      <Suspense fallback={null}>
        <Part {...props} />
        <Alive onAlive={onAlive} />
      </Suspense>
    );
    const [first] = useState(draw);
    const [isLoaded, setLoaded] = useState(false);
    useEffect(() => {
      const arrived = () => startTransition(() => setLoaded(true));
      // A part that did not load says so itself, where it stands.
      patiently().then(arrived, arrived);
    }, []);
    return (
      <div ref={place} className="contents">
        {isLoaded ? draw() : first}
      </div>
    );
  };
}

/** Tells when what stands beside it hears clicks. */
function Alive({ onAlive }: { onAlive: () => void }) {
  useLayoutEffect(onAlive, [onAlive]);
  return null;
}

/** Remembers the last button that was clicked in `place` before the part was alive, and clicks it then. */
function useEarlyClick(place: RefObject<HTMLElement | null>) {
  const [early] = useState(() => {
    let isAlive = false;
    let clicked: HTMLElement | null = null;
    return {
      hear: ({ target }: Event) => {
        if (isAlive || !(target instanceof Element) || !place.current?.contains(target)) return;
        clicked = target.closest("button") ?? clicked;
      },
      // React stops a click that nobody could answer, before it gets to where it belongs.
      gotThrough: () => {
        clicked = null;
      },
      onAlive: () => {
        if (isAlive) return;
        isAlive = true;
        // In a while: this may be within a click that gets through after all.
        setTimeout(() => clicked?.click());
      },
    };
  });
  useLayoutEffect(() => {
    const { current: at } = place;
    const capture = { capture: true };
    window.addEventListener("click", early.hear, capture);
    at?.addEventListener("click", early.gotThrough, capture);
    return () => {
      window.removeEventListener("click", early.hear, capture);
      at?.removeEventListener("click", early.gotThrough, capture);
    };
  }, [place, early]);
  return early;
}
