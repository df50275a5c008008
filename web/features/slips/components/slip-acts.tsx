/** Correcting a slip or taking it back, wherever a secretary sees it, while its state allows it. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { takeBackSlip } from '../../../../shared/contract/routes/screening.ts';
import { priorStatuses } from '../../../../shared/domain/idea/lifecycle.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActButton, useOpenAct } from '../../ideas/index.ts';
import { useSlipsWords } from '../words.ts';
import { CorrectionForm } from './correction-form.tsx';

/** The act with a form of its own. */
const FORMS = ['correct'] as const;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onSaid: (said: string) => void;
  /** Called when it has been taken back: nobody but its author reads it then. */
  readonly onGone: () => void;
}

export function SlipActs({ idea, onSaid, onGone }: Props) {
  const words = useSlipsWords();
  const { organization } = useOrganization();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const { id, title, status, version } = idea;
  if (elsewhere || !priorStatuses('correct').includes(status)) return null;
  if (opened !== undefined)
    return (
      <CorrectionForm
        idea={idea}
        onDone={said => {
          open(undefined);
          onSaid(said);
        }}
        onCancel={() => open(undefined)}
      />
    );
  return (
    <div class="actions">
      <button type="button" class="secondary" onClick={() => open('correct')}>
        {words.correctSlip}
      </button>
      <ActButton
        look="plain"
        name={words.takeBackSlip}
        question={words.confirmTakeSlipBack(title)}
        seen={version}
        act={(call, ifMatch) =>
          call(takeBackSlip, {
            path: { organization: organization.id, idea: id },
            body: {},
            ifMatch,
          })
        }
        onDone={() => {
          onGone();
          onSaid(words.takenBackSaid(title));
        }}
      />
    </div>
  );
}
