/** Correcting a slip or taking it back, wherever a secretary sees it, while its state allows it. */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { takeBackSlip } from '../../../../shared/contract/routes/screening.ts';
import { priorStatuses } from '../../../../shared/domain/idea/lifecycle.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ConfirmButton } from '../../ideas/index.ts';
import { useSlipsWords } from '../words.ts';
import { CorrectionForm } from './correction-form.tsx';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onSaid: (said: string) => void;
  /** Called when it has been taken back: nobody but its author reads it then. */
  readonly onGone: () => void;
}

export function SlipActs({ idea, onSaid, onGone }: Props) {
  const words = useSlipsWords();
  const { organization } = useOrganization();
  const [correcting, setCorrecting] = useState(false);
  const { id, title, status, version } = idea;
  if (!priorStatuses('correct').includes(status)) return null;
  if (correcting)
    return (
      <CorrectionForm
        idea={idea}
        onDone={said => {
          setCorrecting(false);
          onSaid(said);
        }}
        onCancel={() => setCorrecting(false)}
      />
    );
  return (
    <div class="actions">
      <button type="button" class="secondary" onClick={() => setCorrecting(true)}>
        {words.correctSlip}
      </button>
      <ConfirmButton
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
