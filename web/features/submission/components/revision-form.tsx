/**
 * Revises one's own idea: the fields of a submission, filled with the present content and the
 * co-authors whom the author has named.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { reviseIdea } from '../../../../shared/contract/routes/screening.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActForm, useActFields } from '../../ideas/index.ts';
import { PhotoField, useSendPhotos } from '../../photos/index.ts';
import { SimilarIdeas } from '../../search/index.ts';
import { checkContent, contentOf, namedCoAuthors, peopleIn, peopleText } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';
import { CoAuthorsField } from './co-authors-field.tsx';
import { ContentFields } from './content-fields.tsx';

type Revised = ReplyOf<typeof reviseIdea>;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onDone: (revised: Revised) => void;
  readonly onCancel: () => void;
}

export function RevisionForm({ idea, onDone, onCancel }: Props) {
  const words = useSubmissionWords();
  const { organization } = useOrganization();
  const named = namedCoAuthors(idea);
  const sendPhotos = useSendPhotos('problem', 'proposal');
  const { fields, change, drop } = useActFields('revise', idea, {
    ...contentOf(idea),
    coAuthorIds: peopleText(named),
    photos: '',
  });
  // The idea may keep a category that is no longer offered.
  const categories = [...new Set([...organization.categories, idea.category])];
  return (
    <section class="narrow">
      <h2>{words.revising}</h2>
      <ActForm
        idea={idea}
        act="revise"
        label={words.handInAgain}
        check={() => checkContent(fields, categories, words)}
        send={async (call, { body, ...request }) => {
          const renamed = fields.coAuthorIds !== peopleText(named);
          const coAuthorIds = [...peopleIn(fields.coAuthorIds)];
          return call(reviseIdea, {
            ...request,
            body: {
              ...body,
              ...(renamed && { coAuthorIds }),
              ...(await sendPhotos(fields.photos)),
            },
          });
        }}
        drop={drop}
        onDone={onDone}
        onCancel={onCancel}
      >
        {errors => (
          <>
            <ContentFields
              content={fields}
              categories={categories}
              errors={errors}
              onChange={change}
              similar={
                <SimilarIdeas
                  title={fields.title}
                  problem={fields.problem}
                  except={idea.id}
                  hint={words.similarHint}
                />
              }
              photosOf={of => (
                <PhotoField
                  of={of}
                  value={fields.photos}
                  stored={idea.photos}
                  onChange={photos => change({ photos })}
                />
              )}
            />
            <CoAuthorsField
              value={fields.coAuthorIds}
              onChange={coAuthorIds => change({ coAuthorIds })}
              error={errors.coAuthorIds}
              authors={idea.coAuthors.filter(author => !named.includes(author))}
              people={idea.people}
            />
            <p class="muted small">{words.formerKept}</p>
          </>
        )}
      </ActForm>
    </section>
  );
}
