/** Some milliseconds of a working day: more than rounding, less than any plan means. */
export const sameMoment = 1e-7;
