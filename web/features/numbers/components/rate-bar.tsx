/** A rate with a visual bar behind it; the text alone is complete. */
import type { Rate } from '../../../../shared/domain/numbers/rate.ts';
import { rateText } from '../../../ui/rates.ts';

export function RateBar({ rate }: { readonly rate: Rate }) {
  return (
    <span class="rate-bar">
      <span>{rateText(rate)}</span>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${(rate.value ?? 0) * 100}%` }} />
      </span>
    </span>
  );
}
