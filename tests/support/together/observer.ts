import { Client } from "pg";

/** Whoever looks in the middle of it sees an outcome with its plan and its entry, or nothing of the three: one statement, one snapshot. */
export class Observer {
  readonly #connection: Client;
  looks = 0;

  constructor(ownerUrl: string) {
    this.#connection = new Client({ connectionString: ownerUrl });
  }

  /** Row-level security binds the owner of the database, too: it looks at one organization. */
  async begin(organizationId: string): Promise<void> {
    await this.#connection.connect();
    await this.#connection.query("SELECT set_config('phasewise.organization_id', $1, false)", [
      organizationId,
    ]);
  }

  /** What is half there; nothing when all is well. */
  async halves(decisionId: string): Promise<string[]> {
    const { rows } = await this.#connection.query<Record<"made" | "ended" | "unplanned", number> & Logged>(
      `SELECT
        (SELECT count(*)::int FROM outcome WHERE decision_id = d.id) AS made,
        (SELECT count(*)::int FROM outcome WHERE decision_id = d.id AND ended_at IS NOT NULL) AS ended,
        (SELECT count(*)::int FROM outcome WHERE decision_id = d.id AND difference = '{}') AS unplanned,
        (SELECT count(*)::int FROM event WHERE subject_id = d.id AND type = 'decision.decided') AS decided,
        (SELECT count(*)::int FROM event WHERE subject_id = d.id AND type = 'decision.reopened') AS reopened,
        f.summary->'openDecisions' @> jsonb_build_array(jsonb_build_object('decisionId', d.id)) AS forecast_open
      FROM decision d JOIN project_forecast f ON f.project_id = d.project_id WHERE d.id = $1`,
      [decisionId],
    );
    const [seen] = rows;
    if (seen === undefined) return ["a decision without a forecast"];
    this.looks += 1;
    const standing = seen.made - seen.ended;
    return [
      ...(seen.made === seen.decided ? [] : [`${seen.made} outcomes and ${seen.decided} entries`]),
      ...(seen.ended === seen.reopened ? [] : [`${seen.ended} ended and ${seen.reopened} entries`]),
      ...(seen.unplanned === 0 ? [] : ["an outcome without its plan"]),
      ...(standing === 0 || standing === 1 ? [] : [`${standing} outcomes that stand`]),
      ...(seen.forecast_open === (standing === 0) ? [] : ["a forecast of before"]),
    ];
  }

  async end(): Promise<void> {
    await this.#connection.end();
  }
}

type Logged = { readonly decided: number; readonly reopened: number; readonly forecast_open: boolean };
