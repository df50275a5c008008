/** What other features see of `numbers`. */
export { Figure } from './components/figure.tsx';
export { RateBar } from './components/rate-bar.tsx';
export type { Series } from './series.ts';
export { useNumbersWords } from './words.ts';
