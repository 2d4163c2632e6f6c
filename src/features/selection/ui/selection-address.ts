import { type Address, readAddress } from "../address-rules";

const longest = 2_000;

/** What the address of a page says, and what the shortlist is asked for because of it. */
export function fromSearch(search: Readonly<Record<string, string | string[] | undefined>>) {
  const address: Address = Object.fromEntries(
    Object.entries(search).flatMap(([field, value]) =>
      typeof value === "string" ? [[field, value.slice(0, longest)]] : [],
    ),
  );
  const { errors: _, ...asked } = readAddress(address);
  return { address, asked };
}
