/** For a function that removes pictures, in tests without any. */
export const NO_PICTURES = { remove: async (): Promise<void> => undefined };
