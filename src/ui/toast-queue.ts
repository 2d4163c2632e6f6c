/** Toasts on their way to the panel that shows them, which may have to be loaded first. */

type Kind = "plain" | "success" | "error" | "warning";
/** A toast with the id of one that is shown takes its place. */
type Options = {
  readonly id?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};
export type QueuedToast = { readonly kind: Kind; readonly text: string; readonly options: Options };

let queue: readonly QueuedToast[] = [];
const followers = new Set<() => void>();

/** `toast.success("Saved")`, from anywhere in the browser. */
export const toast = Object.assign(queued("plain"), {
  success: queued("success"),
  error: queued("error"),
  warning: queued("warning"),
});

function queued(kind: Kind) {
  return (text: string, options: Options = {}): void => {
    queue = [...queue, { kind, text, options }];
    for (const follower of followers) follower();
  };
}

export function followToasts(follower: () => void): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

export function queuedToasts(): readonly QueuedToast[] {
  return queue;
}

/** Gives what waits to whoever shows it. */
export function takeToasts(): readonly QueuedToast[] {
  const taken = queue;
  queue = [];
  return taken;
}
