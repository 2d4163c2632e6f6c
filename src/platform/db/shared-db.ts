import { type Client, inScope, type Transaction } from "./client";
import { seeAsNobody } from "./sight";

const issued = Symbol("issued by the gate");

/**
 * The database as whoever holds a share link may use it: nobody's, so that what is hidden from anybody of the organization is hidden
 * here, and to look only. Only the gate makes one.
 */
export class SharedDb {
  readonly #client: Client;

  constructor(
    proof: typeof issued,
    client: Client,
    readonly organizationId: string,
    readonly shown: {
      readonly organizationName: string;
      readonly currency: string;
      readonly name: string;
      readonly query: string;
      readonly expiresAt: Date;
    },
  ) {
    if (proof !== issued) throw new TypeError("Only the gate opens what is shared.");
    this.#client = client;
  }

  /** One transaction that writes at most what can be computed again, such as a forecast of today. */
  async derive<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const nobody = "00000000-0000-0000-0000-000000000000";
    const scope = { accountId: nobody, organizationId: this.organizationId };
    return await inScope(this.#client, scope, async (tx) => {
      await seeAsNobody(tx, this.organizationId);
      return await work(tx);
    });
  }
}

export function issueSharedDb(client: Client, organizationId: string, shown: SharedDb["shown"]): SharedDb {
  return new SharedDb(issued, client, organizationId, shown);
}
