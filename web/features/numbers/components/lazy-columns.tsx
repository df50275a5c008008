/**
 * The chart of columns, loaded when it is first shown, in the place that it will take. Without it,
 * as without a network, the page says where the same values are.
 */
import { Suspense } from 'preact/compat';
import { lazilyOr, type Missing } from '../../../i18n/lazily.ts';
import { Nothing } from '../../../ui/not-loaded.tsx';
import type { ColumnsProps } from '../chart.ts';
import { useNumbersWords } from '../words.ts';

const Columns = lazilyOr(NoChart, async () => (await import('./columns.tsx')).Columns);

export function LazyColumns(props: ColumnsProps) {
  return (
    <Suspense fallback={<span class="skeleton chart" aria-hidden="true" />}>
      <Columns {...props} />
    </Suspense>
  );
}

function NoChart({ onRetry }: Missing) {
  const words = useNumbersWords();
  return (
    <p class="notice">
      {words.noChart}
      <Nothing onRetry={onRetry} />
    </p>
  );
}
