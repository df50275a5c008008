/** How far work has come, in whole per cent. */
export const PERCENT = { min: 0, max: 100 } as const;
