/** Work past its due date. */
import { WorkList } from '../components/work-list.tsx';
import { useImplementationWords } from '../words.ts';

export function OverduePage() {
  const words = useImplementationWords();
  return (
    <WorkList title={words.overdueTitle} empty={words.overdueEmpty} filters={{ overdue: 'true' }} />
  );
}
