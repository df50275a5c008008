/** Typed whole numbers, within bounds. */

/** The number that a text names; undefined if it is not one or out of bounds. */
export function wholeNumber(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const digits = text.normalize('NFKC').trim();
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  return number >= min && number <= max ? number : undefined;
}
