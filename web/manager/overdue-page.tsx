/** Work past its due date. */
import { useManagerWords } from './words.ts';
import { WorkList } from './work-list.tsx';

export function OverduePage() {
  const words = useManagerWords();
  return (
    <WorkList title={words.overdueTitle} empty={words.overdueEmpty} filters={{ overdue: 'true' }} />
  );
}
