import fc from "fast-check";

// What people do at the same time, drawn by a seed.

/** How often each is drawn beside the others. */
const weights = {
  comment: 4,
  "edit-comment": 3,
  resolve: 2,
  write: 6,
  erase: 2,
  settle: 2,
  "take-position": 4,
  "add-option": 1,
  "edit-option": 3,
  rename: 1,
  reword: 1,
  "hand-in": 4,
  reveal: 2,
  // Most come while a round runs or the decision is taken.
  "open-round": 8,
  decide: 2,
  reopen: 6,
};

export type Deed = keyof typeof weights;

export const deeds = Object.keys(weights).filter((name): name is Deed => name in weights);

export const people = 5;

export type Move = {
  readonly by: number;
  readonly deed: Deed;
  /** Chooses among what there is: a comment, an option, a place in the text. */
  readonly pick: number;
  /** Which of the moves before it is waited for, so that it meets what came of that; most wait for none. */
  readonly after: number | null;
};

const move = fc.record({
  deed: fc.constantFrom(...deeds.flatMap((deed) => Array.from({ length: weights[deed] }, () => deed))),
  pick: fc.nat(10_000),
  after: fc.option(fc.nat(10), { freq: 2 }),
});

/** Moves of as many people as there are moves, up to all of them, in whatever order. */
export const interleaving: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.shuffledSubarray([...Array(people).keys()], { minLength: people }),
    fc.array(move, { minLength: 2, maxLength: 5 }),
  )
  .map(([order, moves]) =>
    moves.map(({ after, ...drawn }, place) => ({
      ...drawn,
      by: order[place % people] ?? 0,
      after: after === null || after >= place ? null : after,
    })),
  );
