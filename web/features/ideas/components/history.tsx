/** An idea's history, in order: each act's time, name, author and details. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useLanguage, useWords } from '../../../i18n/language-context.tsx';
import { dayOf } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import type { Dictionary } from '../../../i18n/zh.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActDetails } from './act-details.tsx';

type Entry = ReplyOf<typeof getIdea>['history'][number];

export function History({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords();
  return (
    <section>
      <h2>{words.history}</h2>
      <ol class="timeline">
        {entries.map((entry, number) => (
          <li key={`${number} ${entry.act}`}>
            <When entry={entry} />
            <strong>{words.acts[entry.act]}</strong> <span>{actorWord(entry.by, words)}</span>
            <ActDetails entry={entry} />
          </li>
        ))}
      </ol>
    </section>
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

function actorWord({ kind, id }: Entry['by'], words: Dictionary): string {
  switch (kind) {
    case 'member':
      return id ?? words.hiddenAuthor;
    case 'unnamed':
      return words.unnamed;
    case 'cycle':
      return words.byCycle;
  }
}
