/**
 * The chart of columns, loaded when it is first shown, in the place that it will take. Without it,
 * as without a network, the page says where the same values are.
 */
import { lazy, Suspense } from 'preact/compat';
import type { ColumnsProps } from '../chart.ts';
import { useNumbersWords } from '../words.ts';

const Columns = lazy(() => import('./columns.tsx').catch(() => ({ default: NoChart })));

export function LazyColumns(props: ColumnsProps) {
  return (
    <Suspense fallback={<span class="skeleton chart" aria-hidden="true" />}>
      <Columns {...props} />
    </Suspense>
  );
}

function NoChart() {
  const words = useNumbersWords();
  return <p class="notice">{words.noChart}</p>;
}
