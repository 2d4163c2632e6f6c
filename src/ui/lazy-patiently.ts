import { type ComponentType, lazy } from "react";

/** As React's `lazy`, for parts whose code is asked for again when it did not come: no page breaks because a connection does. */
export function lazyPatiently<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() => loadPatiently(load));
}

const mostTries = 5;
const firstWaitMs = 500;

/** Without a connection nothing can be loaded, and what is there can be read meanwhile. */
export async function loadPatiently<Module>(load: () => Promise<Module>, tries = 0): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    // The server, which has no navigator, is never without one.
    const isOffline = typeof navigator !== "undefined" && navigator.onLine === false;
    if (!isOffline && tries >= mostTries) throw error;
    await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** Math.min(tries, mostTries)));
    return await loadPatiently(load, tries + 1);
  }
}
