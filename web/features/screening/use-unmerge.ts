/** Takes a merge back, from the message that says that it was done. */
import { unmergeIdea } from '../../../shared/contract/routes/screening.ts';
import { explain } from '../../ui/explain.ts';
import { useToast } from '../../ui/toast.tsx';
import { useAct } from '../ideas/index.ts';
import type { ScreenedIdea } from './screening.ts';
import { useScreeningWords } from './words.ts';

type Merged = Pick<ScreenedIdea, 'id' | 'organization' | 'title'>;

export function useUnmerge(): (idea: Merged) => void {
  const words = useScreeningWords();
  const toast = useToast();
  const unmerging = useAct(
    (call, { id, organization }: Merged) => call(unmergeIdea, { path: { organization, idea: id } }),
    ({ status }, { title }) => toast(words.unmergedSaid(title, words.statuses[status])),
    { rereads: true },
  );
  return idea => unmerging.mutate(idea, { onError: error => toast(explain(error, words)) });
}
