import { Button } from "@/ui/button";

/** A plain form to the address it is shown at: it works without signing in, and without scripts. */
export function UnsubscribeScreen() {
  return (
    <form method="post">
      <Button type="submit" variant="primary">
        Stop this mail
      </Button>
    </form>
  );
}
