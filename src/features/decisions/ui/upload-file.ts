import { z } from "zod";

const kept = z.object({ id: z.string(), name: z.string(), sizeBytes: z.number() });
const refused = z.object({ error: z.string() });

export type Upload = { readonly fileId: string } | { readonly message: string };

const unreachable = "The file could not be sent. Check the connection and try again.";

/** Sends a file to the workspace's storage. What it is for is said by who names it. */
export async function uploadFile(workspace: string, file: File): Promise<Upload> {
  try {
    const response = await fetch(`/api/files/${workspace}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    const answer: unknown = await response.json();
    if (response.ok) return { fileId: kept.parse(answer).id };
    return { message: refused.parse(answer).error };
  } catch {
    return { message: unreachable };
  }
}
