/** Revises one's own idea: the fields of a submission, filled with the present content. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { reviseIdea } from '../../../../shared/contract/routes/screening.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActForm, useActFields } from '../../ideas/index.ts';
import { checkContent, contentOf } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';
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
  const { fields, change, drop } = useActFields('revise', idea, contentOf(idea));
  return (
    <section>
      <h2>{words.revising}</h2>
      <ActForm
        idea={idea}
        act="revise"
        label={words.handInAgain}
        check={() => checkContent(fields, organization.categories, words)}
        send={(call, request) => call(reviseIdea, request)}
        drop={drop}
        onDone={onDone}
        onCancel={onCancel}
      >
        {errors => (
          <>
            <ContentFields
              content={fields}
              categories={organization.categories}
              errors={errors}
              onChange={change}
            />
            <small>{words.formerKept}</small>
          </>
        )}
      </ActForm>
    </section>
  );
}
