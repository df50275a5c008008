/** For functions that remove or compare pictures, in tests without any. */
export const NO_PICTURES = {
  remove: async (): Promise<void> => undefined,
  removeForms: async (): Promise<void> => undefined,
  stored: async () => new Map<never, never>(),
};
