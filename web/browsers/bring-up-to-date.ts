/**
 * Adds library calls that the pages use and the browser lacks. A browser that has them loads
 * nothing.
 */
export async function bringUpToDate(): Promise<void> {
  // The newest of the calls, and the two that a browser can lack for another reason.
  const lacking =
    !('toSorted' in Array.prototype) ||
    !('randomUUID' in crypto) ||
    !('showModal' in document.createElement('dialog'));
  await Promise.all([
    lacking && import('./polyfills.ts'),
    !('Segmenter' in Intl) && import('@formatjs/intl-segmenter/polyfill-force.js'),
  ]);
}
