/** The shape of what is loading, in the place that it will take, so that nothing jumps. */
import { useWords } from '../i18n/language-context.tsx';

/** Rows of a list, 64 px each unless given another height. */
export function SkeletonRows({
  count,
  height = 64,
}: {
  readonly count: number;
  readonly height?: number;
}) {
  const words = useWords();
  return (
    <div role="status" aria-busy="true">
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: count }, (_, at) => (
        <span key={at} class="skeleton" style={{ height: height - 8, marginBottom: 8 }} />
      ))}
    </div>
  );
}
