/** The sheet of the build that runs. */
export const current = { sheet: null };
