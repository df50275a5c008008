/** An empty function: the baseline for all others. */
export const handler = async (): Promise<void> => {};
