/** How a command ends. */

/** Exit statuses. They are told by `--help`, and scripts rely on them. */
export const EXIT = {
  /** All was done. */
  done: 0,
  /** The content is at fault. */
  content: 1,
  /** The call is at fault. */
  call: 2,
} as const;
