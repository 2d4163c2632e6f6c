import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type CaughtLetter = {
  readonly to: readonly string[];
  /** Unfolded, by their names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly raw: string;
};

/** A real SMTP server that keeps what it is given. */
export async function catchMail(port = 0, onLetter: (letter: CaughtLetter) => void = () => {}) {
  const letters: CaughtLetter[] = [];
  const waiting = new Set<() => void>();
  let refuseWith: number | null = null;
  let hold: Promise<void> | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (refuseWith === null) return done();
      done(Object.assign(new Error("Not now"), { responseCode: refuseWith }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const letter = {
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          headers: headersOf(raw),
          raw,
        };
        letters.push(letter);
        onLetter(letter);
        for (const look of waiting) look();
        void Promise.resolve(hold).then(() => done());
      });
    },
  });
  server.on("error", () => {});
  const listening = once(server.server, "listening");
  server.listen(port, "127.0.0.1");
  await listening;
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The catcher listens on no port.");
  const { port: taken }: AddressInfo = address;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    letters: letters as readonly CaughtLetter[],
    /** Waits until there are as many letters. */
    until: async (count: number) =>
      await new Promise<void>((resolve) => {
        const look = () => {
          if (letters.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Answers every recipient so from now on; null takes letters again. */
    refuse: (code: number | null) => {
      refuseWith = code;
    },
    /** Takes letters, and says so only when the promise is kept. */
    hold: (until: Promise<void> | null) => {
      hold = until;
    },
    close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type MailCatcher = Awaited<ReturnType<typeof catchMail>>;

function headersOf(raw: string): Map<string, string> {
  const [head = ""] = raw.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** The text of a letter as a reader sees it: one part, decoded. */
export function textOf(letter: CaughtLetter): string {
  const part = letter.raw.split(/^--.*\r\n/m).find((known) => /content-type: text\/plain/i.test(known)) ?? "";
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  return /quoted-printable/i.test(part)
    ? Buffer.from(
        body
          .replaceAll("=\r\n", "")
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString("utf8")
    : body;
}
