/** Exit statuses. */
export const EXIT = {
  done: 0,
  /** The content is at fault. */
  content: 1,
  /** The call is at fault. */
  call: 2,
} as const;
