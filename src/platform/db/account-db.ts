import { type Client, inScope, type Transaction } from "./client";

const issued = Symbol("issued by the gate");

/** The database as one signed-in person may use it outside any organization: their account and the list of their workspaces. */
export class AccountDb {
  readonly #client: Client;

  constructor(
    proof: typeof issued,
    client: Client,
    readonly accountId: string,
    readonly loginSessionId: string,
    readonly name: string,
    readonly email: string,
  ) {
    if (proof !== issued) throw new TypeError("Only the gate opens an account.");
    this.#client = client;
  }

  async read<T>(query: (tx: Transaction) => Promise<T>): Promise<T> {
    return await inScope(this.#client, { accountId: this.accountId }, query);
  }
}

export function issueAccountDb(
  client: Client,
  account: { id: string; name: string; email: string },
  loginSessionId: string,
): AccountDb {
  return new AccountDb(issued, client, account.id, loginSessionId, account.name, account.email);
}
