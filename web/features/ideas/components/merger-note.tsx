/** The target of a merged idea, and the ideas that were merged into this one. */

import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { absorbedBy } from '../../../../shared/domain/idea/screening.ts';
import { useIdeasWords } from '../words.ts';
import { IdeaLink } from './idea-link.tsx';
import { MergedInto } from './merged-into.tsx';

type Props = { readonly idea: Pick<ReplyOf<typeof getIdea>, 'into' | 'history'> };

export function MergerNote({ idea: { into, history } }: Props) {
  const words = useIdeasWords();
  const within = absorbedBy({ history });
  return (
    <>
      {into !== undefined && <MergedInto id={into} />}
      {within.length > 0 && (
        <div class="notice">
          <p>{words.tookIn}</p>
          <ul>
            {within.map(id => (
              <li key={id}>
                <IdeaLink id={id} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
