/** An idea's history, folded: each act's time, name, actor and details, in order. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useLanguage, useWords } from '../../../i18n/language-context.tsx';
import { dayOf } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { ActDetails } from './act-details.tsx';

type Entry = ReplyOf<typeof getIdea>['history'][number];

interface Props {
  readonly entries: readonly Entry[];
  readonly people: People | undefined;
}

export function History({ entries, people }: Props) {
  const words = useWords();
  return (
    <details class="history">
      <summary>
        <h2>{words.history}</h2> <small>{entries.length}</small>
      </summary>
      <ol class="timeline">
        {entries.map((entry, number) => (
          <li key={`${number} ${entry.act}`}>
            <When entry={entry} />
            <strong>{words.acts[entry.act]}</strong> <Actor by={entry.by} people={people} />
            <ActDetails entry={entry} people={people} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Only the day of an unnamed author's acts is stored; a time of day would be invented. */
function When({ entry: { at, by } }: { readonly entry: Entry }) {
  const { language } = useLanguage();
  const moment = useMoment();
  const { timeZone } = useOrganization().organization.calendar;
  return (
    <time dateTime={at}>{by.kind === 'unnamed' ? dayOf(at, timeZone, language) : moment(at)}</time>
  );
}

interface ActorProps {
  readonly by: Entry['by'];
  readonly people: People | undefined;
}

function Actor({ by: { kind, id }, people }: ActorProps) {
  const words = useWords();
  switch (kind) {
    case 'member':
      return id === undefined ? (
        <span>{words.hiddenAuthor}</span>
      ) : (
        <Person id={id} people={people} brief />
      );
    case 'unnamed':
      return <span>{words.unnamed}</span>;
    case 'cycle':
      return <span>{words.byCycle}</span>;
  }
}
