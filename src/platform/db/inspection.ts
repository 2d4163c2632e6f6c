import { lookForWork } from "./background";
import { type Client, setScope, type Transaction } from "./client";

const issued = Symbol("issued for an inspection");

/** Nobody: a transaction of this account sees no memberships but those of the organization it is in. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** A portion of an inspection computes for a while, and nobody waits for it. */
const longestPortionMs = 120_000;

/**
 * One organization's database as whoever runs the server may inspect it: all of its projects, at one moment, and to look only; the
 * database refuses every change. Only `inspectEach` makes one, for a command that is given at the server's own terminal.
 */
export class InspectionDb {
  readonly #client: Client;

  constructor(
    proof: typeof issued,
    client: Client,
    readonly organizationId: string,
  ) {
    if (proof !== issued) throw new TypeError("Only an inspection opens an organization to look at.");
    this.#client = client;
  }

  /** One transaction, which sees the organization as it stood when it began. */
  async read<T>(look: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.#client.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET TRANSACTION READ ONLY`;
        await setScope(tx, { accountId: nobody, organizationId: this.organizationId });
        return await look(tx);
      },
      { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: longestPortionMs },
    );
  }
}

/** Looks at one organization after another, in the order in which they were founded. */
export async function inspectEach(
  client: Client,
  inspect: (db: InspectionDb, organization: { readonly slug: string }) => Promise<void>,
): Promise<void> {
  const ids = await lookForWork(
    client,
    async (tx) =>
      await tx.$queryRaw<{ id: string }[]>`
        SELECT organization_id AS id FROM organization_counter ORDER BY organization_id`,
  );
  for (const { id } of ids) {
    const db = new InspectionDb(issued, client, id);
    const { slug } = await db.read(
      async (tx) => await tx.organization.findUniqueOrThrow({ where: { id }, select: { slug: true } }),
    );
    await inspect(db, { slug });
  }
}
