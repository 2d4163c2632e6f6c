import { Link } from "@/ui/link";

export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-md gap-3 px-4 py-24 text-center">
      <h1 className="text-xl font-semibold">There is nothing here</h1>
      <p className="text-muted">It does not exist, was deleted, or you have no access to it.</p>
      <p>
        <Link href="/" className="text-accent underline underline-offset-2">
          Back to your workspace
        </Link>
      </p>
    </main>
  );
}
