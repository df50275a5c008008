/**
 * Completed work: to accept with its verified benefit, or to send back. Nobody is offered their
 * own.
 */
import { useState } from 'preact/hooks';
import { barTo } from '../idea/acts.ts';
import type { WorkItem } from '../idea/work-card.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { AcceptForm } from './accept-form.tsx';
import { SendBackForm } from './send-back-form.tsx';
import { useManagerWords } from './words.ts';
import { WorkList } from './work-list.tsx';

export function AcceptancePage() {
  const words = useManagerWords();
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
  const words = useManagerWords();
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
