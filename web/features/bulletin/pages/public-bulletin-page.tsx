/**
 * A round's bulletin for everybody, without signing in, if the organization publishes it so.
 * Nothing else of the organization can be reached from here.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { createCall, type ReplyOf } from '../../../../shared/contract/client.ts';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { getPublicBulletin } from '../../../../shared/contract/routes/numbers.ts';
import {
  isOrganizationId,
  isRoundId,
  type OrganizationId,
  type RoundId,
} from '../../../../shared/domain/kernel/ids.ts';
import { CallProvider } from '../../../api/call-context.tsx';
import { createQueryClient } from '../../../api/query-client.ts';
import { usePages } from '../../../api/reading.ts';
import { retrying } from '../../../api/retrying.ts';
import { chosenLanguage } from '../../../i18n/language.ts';
import { useLanguage, useWords } from '../../../i18n/language-context.tsx';
import { LanguageSwitch } from '../../../i18n/language-switch.tsx';
import { moment, USUAL_TIME_ZONE } from '../../../i18n/moments.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { BulletinSheet } from '../components/bulletin-sheet.tsx';
import { useSheetWords } from '../sheet-words.ts';

interface Props {
  readonly address: { readonly organization: string; readonly round: string };
}

export default function PublicBulletinPage({ address: { organization, round } }: Props) {
  const words = useWords();
  const queryClient = useMemo(createQueryClient, []);
  const call = useMemo(
    () =>
      createCall({
        fetch: retrying((url, init) => fetch(url, init)),
        language: chosenLanguage,
      }),
    [],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <CallProvider call={call}>
        <header class="top-bar">
          <div class="container top-bar-line">
            <a href="/" class="brand">
              {words.product}
            </a>
            <span class="whereabouts" />
            <LanguageSwitch />
          </div>
        </header>
        <main class="container">
          {isOrganizationId(organization) && isRoundId(round) ? (
            <PublicBulletin organization={organization} round={round} />
          ) : (
            <NotPublic />
          )}
        </main>
      </CallProvider>
    </QueryClientProvider>
  );
}

interface Place {
  readonly organization: OrganizationId;
  readonly round: RoundId;
}

function PublicBulletin(path: Place) {
  const { language } = useLanguage();
  const bulletin = usePages<ReplyOf<typeof getPublicBulletin>>(
    [getPublicBulletin.id, path.organization, path.round],
    (call, from, signal) => call(getPublicBulletin, { path, query: from }, signal),
  );
  if (bulletin.error instanceof ApiProblem && bulletin.error.problem.status === 404)
    return <NotPublic />;
  return (
    <QueryView of={bulletin}>
      {({ pages: [first] }) =>
        first !== undefined && (
          <BulletinSheet
            first={first}
            pages={bulletin}
            organizationName={first.organizationName ?? path.organization}
            publishedAt={moment(first.publishedAt, first.timeZone ?? USUAL_TIME_ZONE, language)}
            titleOf={({ title }) => title}
          />
        )
      }
    </QueryView>
  );
}

function NotPublic() {
  const common = useWords();
  const words = useSheetWords();
  return (
    <section class="empty">
      <PageTitle text={words.notPublicTitle} />
      <p>{words.notPublicText}</p>
      <a href="/" class="button">
        {common.signIn}
      </a>
    </section>
  );
}
