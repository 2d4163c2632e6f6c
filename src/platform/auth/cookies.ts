/** The cookies of a Cookie header. A value that is not valid percent-encoding is left as it came. */
export function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return [name, decode(value.join("="))] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
