import type { DisciplineId, ExpertiseLevel } from "@/planning";
import type { Role } from "@/platform/db/generated/enums";

/** No secret: sample people exist to be signed in as, and are offered only on this machine. */
export const samplePassword = "phasewise sample";

export type SamplePerson = {
  /** How the stories refer to them. */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly joinedDaysAgo: number;
  readonly capacityPersonDaysPerWeek: number;
  readonly expertise: Readonly<Partial<Record<DisciplineId, ExpertiseLevel>>>;
  /** Days from today: the first and the last on which they are away. */
  /** What they are to learn: the level, and in how many days they are there. */
  readonly learns?: {
    readonly discipline: DisciplineId;
    readonly level: ExpertiseLevel;
    readonly inDays: number;
  };
  readonly away?: { readonly fromInDays: number; readonly toInDays: number };
};

/** Who works together; one project is nobody's. */
export const sampleTeams: Readonly<Record<string, readonly string[]>> = {
  Health: ["jonas", "fatima", "david"],
  "Language services": ["priya", "aiko", "elena"],
  "Model training": ["lina", "samuel", "aiko"],
};

/** Founds the workspace and invites the others. */
export const founder: SamplePerson = {
  key: "mara",
  name: "Mara Okafor",
  title: "Head of AI, owner of the workspace",
  role: "owner",
  joinedDaysAgo: 212,
  capacityPersonDaysPerWeek: 3,
  expertise: { product: 4, evaluation: 2, "prompt-engineering": 2 },
};

export const samplePeople: readonly SamplePerson[] = [
  founder,
  {
    key: "sofia",
    name: "Sofia Lindqvist",
    title: "Platform administrator",
    role: "admin",
    joinedDaysAgo: 211,
    capacityPersonDaysPerWeek: 4,
    expertise: { serving: 4, "application-engineering": 3, "distributed-training": 3, "security-legal": 2 },
  },
  {
    key: "jonas",
    name: "Jonas Weber",
    title: "Lead, health products",
    role: "lead",
    joinedDaysAgo: 208,
    capacityPersonDaysPerWeek: 4,
    expertise: { product: 3, "domain-expertise": 2, evaluation: 3 },
  },
  {
    key: "lina",
    name: "Li Na",
    title: "Lead, model training",
    role: "lead",
    joinedDaysAgo: 211,
    capacityPersonDaysPerWeek: 4,
    away: { fromInDays: 24, toInDays: 40 },
    expertise: { "distributed-training": 4, "fine-tuning": 4, "data-engineering": 3 },
  },
  {
    key: "priya",
    name: "Priya Nair",
    title: "Lead, language services",
    role: "lead",
    joinedDaysAgo: 205,
    capacityPersonDaysPerWeek: 4,
    expertise: { product: 3, "data-engineering": 3, evaluation: 2 },
  },
  {
    key: "tomas",
    name: "Tomás Silva",
    title: "Engineer, developer tools",
    role: "member",
    joinedDaysAgo: 205,
    capacityPersonDaysPerWeek: 5,
    expertise: { "human-feedback": 3, "fine-tuning": 3, serving: 2, "application-engineering": 3 },
  },
  {
    key: "aiko",
    name: "Aiko Mori",
    title: "Machine learning engineer",
    role: "member",
    joinedDaysAgo: 203,
    capacityPersonDaysPerWeek: 5,
    expertise: { "fine-tuning": 3, evaluation: 3, "data-engineering": 2, serving: 2 },
  },
  {
    key: "samuel",
    name: "Samuel Adeyemi",
    title: "Data engineer",
    role: "member",
    joinedDaysAgo: 209,
    capacityPersonDaysPerWeek: 5,
    expertise: { "data-engineering": 4, "distributed-training": 2 },
  },
  {
    key: "elena",
    name: "Elena Petrova",
    title: "Application engineer",
    role: "member",
    joinedDaysAgo: 198,
    capacityPersonDaysPerWeek: 5,
    expertise: { "application-engineering": 4, "prompt-engineering": 3, serving: 2 },
    learns: { discipline: "serving", level: 3, inDays: 60 },
  },
  {
    key: "david",
    name: "David Cohen",
    title: "Legal counsel and data protection",
    role: "member",
    joinedDaysAgo: 190,
    capacityPersonDaysPerWeek: 2,
    expertise: { "security-legal": 4, "domain-expertise": 2 },
  },
  {
    key: "fatima",
    name: "Fatima Haddad",
    title: "Clinical domain expert",
    role: "member",
    joinedDaysAgo: 61,
    capacityPersonDaysPerWeek: 2,
    away: { fromInDays: 12, toInDays: 25 },
    expertise: { "domain-expertise": 4, "human-feedback": 2, evaluation: 2 },
  },
  {
    key: "oliver",
    name: "Oliver Grant",
    title: "Sponsor, reads along",
    role: "viewer",
    joinedDaysAgo: 183,
    capacityPersonDaysPerWeek: 0,
    expertise: {},
  },
];

export function emailOf(person: Pick<SamplePerson, "key">): string {
  return `${person.key}@northwind.example`;
}
