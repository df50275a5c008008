/**
 * Completed work: to accept with its verified benefit, or to send back. Nobody is offered their
 * own.
 */
import { useState } from 'preact/hooks';
import { useOrganization } from '../../../session/organization-context.tsx';
import { barTo, type WorkItem } from '../../ideas/index.ts';
import { AcceptForm } from '../components/accept-form.tsx';
import { SendBackForm } from '../components/send-back-form.tsx';
import { WorkList } from '../components/work-list.tsx';
import { useImplementationWords } from '../words.ts';

export function AcceptancePage() {
  const words = useImplementationWords();
  return (
    <WorkList
      title={words.acceptanceTitle}
      empty={words.acceptanceEmpty}
      filters={{ state: 'completed' }}
    >
      {(item, onSaid) => <Acceptance item={item} onSaid={onSaid} />}
    </WorkList>
  );
}

interface Props {
  readonly item: WorkItem;
  readonly onSaid: (text: string | undefined) => void;
}

function Acceptance({ item, onSaid }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const [open, setOpen] = useState<'accept' | 'send-back' | undefined>(undefined);
  const bar = barTo('accept', item, membership);
  if (bar !== undefined) return <p class="notice">{words.bars[bar]}</p>;
  const close = (said?: string) => {
    setOpen(undefined);
    onSaid(said);
  };
  const start = (form: 'accept' | 'send-back') => {
    onSaid(undefined);
    setOpen(form);
  };
  switch (open) {
    case 'accept':
      return (
        <AcceptForm item={item} onDone={() => close(words.accepted(item.title))} onCancel={close} />
      );
    case 'send-back':
      return (
        <SendBackForm
          item={item}
          onDone={() => close(words.sentBack(item.title))}
          onCancel={close}
        />
      );
    case undefined:
      return (
        <div class="actions">
          <button type="button" onClick={() => start('accept')}>
            {words.accept}
          </button>
          <button type="button" class="secondary" onClick={() => start('send-back')}>
            {words.sendBack}
          </button>
        </div>
      );
  }
}
