import type { z } from "zod";
import type { subjectInput } from "../schema";

export type SubscriptionSubject = z.input<typeof subjectInput>;
