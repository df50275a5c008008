/** Naming an adopted idea excellent (优秀金点子) for the committee, and taking that back. */
import { nameExcellent, unnameExcellent } from '../../../../shared/contract/routes/follow-up.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActButton, actsFor } from '../../ideas/index.ts';
import type { HandledIdea } from '../../screening/index.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
}

export function Honour({ idea, onDone }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const { organization, id, title, version, excellent } = idea;
  const acts = actsFor(idea, membership);
  if (!acts.includes(excellent ? 'unname-excellent' : 'name-excellent')) return null;
  return (
    <ActButton
      look="plain"
      name={excellent ? words.unnameExcellent : words.nameExcellent}
      question={excellent ? words.confirmUnname(title) : words.confirmName(title)}
      seen={version}
      act={(call, ifMatch) =>
        call(excellent ? unnameExcellent : nameExcellent, {
          path: { organization, idea: id },
          ifMatch,
        })
      }
      onDone={() => onDone(excellent ? words.unnamedSaid(title) : words.namedSaid(title))}
    />
  );
}
