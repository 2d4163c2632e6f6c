import { createTransport } from "nodemailer";
import { z } from "zod";

export type Letter = {
  /** Stays the same when it is sent again, so that mail programs show it once. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Opens a page, and stops mail when it is posted to (RFC 8058). */
  readonly unsubscribeUrl: string;
};

/**
 * What became of an attempt: sent; not sent, so that another is right; refused for good; or unknown, when the server had the letter
 * and its answer was lost.
 */
export type Sending =
  | { readonly result: "sent" }
  | { readonly result: "not-sent" | "refused" | "unknown"; readonly error: string };

export type Mailer = {
  readonly send: (letter: Letter) => Promise<Sending>;
  readonly close: () => void;
};

/** Sends by SMTP, one connection per letter: letters are few, and a server that was restarted is no trouble. */
export function makeMailer(settings: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Nothing of a letter may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ messageId, to, subject, text, html, unsubscribeUrl }) => {
      try {
        await transport.sendMail({
          messageId,
          from: settings.from,
          to,
          subject,
          text,
          html,
          headers: {
            "List-Unsubscribe": `<${unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            // No out-of-office note answers a machine.
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
          },
        });
        return { result: "sent" };
      } catch (error) {
        return whatWentWrong(error);
      }
    },
    close: () => transport.close(),
  };
}

const smtpError = z.object({
  message: z.string(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
});

function whatWentWrong(thrown: unknown): Sending {
  const parsed = smtpError.safeParse(thrown);
  if (!parsed.success) return { result: "not-sent", error: String(thrown) };
  const { message: error, command, responseCode } = parsed.data;
  if (responseCode !== undefined) {
    // A refused sign-in is a matter of our settings, not of this letter.
    const forGood = responseCode >= 500 && !command?.startsWith("AUTH");
    return { result: forGood ? "refused" : "not-sent", error };
  }
  // Without an answer to what was sent after DATA nobody knows whether the server has taken it.
  return { result: command === "DATA" ? "unknown" : "not-sent", error };
}
