/** What other features see of `numbers`. */

export { rateText, shareText } from '../../ui/rates.ts';
export { Breakdown } from './components/breakdown.tsx';
export { Figure } from './components/figure.tsx';
export { FollowUpFigures } from './components/follow-up.tsx';
export { RateBar } from './components/rate-bar.tsx';
export type { Series } from './series.ts';
export { useNumbersWords as useNumberWords } from './words.ts';
