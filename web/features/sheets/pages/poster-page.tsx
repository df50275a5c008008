/**
 * The notice-board sheet (征集海报): what a golden idea is, until when, how, a QR code that leads to
 * handing in, and the last round's numbers. Any member may print it.
 */
import { getRound, getToday } from '../../../../shared/contract/routes/organization.ts';
import { useReading } from '../../../api/reading.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { rateText } from '../../../ui/rates.ts';
import { QrCode } from '../components/qr-code.tsx';
import { SheetBar } from '../components/sheet-bar.tsx';
import { useSheetWords } from '../words.ts';

export function PosterPage() {
  const words = useSheetWords();
  const { language } = useLanguage();
  const { id, name, categories, currentRound } = useOrganization().organization;
  const round = useReading(getRound, { path: { organization: id, round: currentRound } });
  return (
    <>
      <SheetBar title={words.posterTitle} hint={words.posterHint} />
      <QueryView of={round}>
        {round => (
          <article class="paper poster">
            <header>
              <p class="poster-from">
                <Mark />
                {name}
              </p>
              <h2>{words.posterHeadline}</h2>
              <p class="poster-claim">{words.posterClaim}</p>
              <p class="poster-until">
                <strong>{day(round.day, language)}</strong>
                <span>{words.handInUntil(words.roundName(round.id))}</span>
              </p>
            </header>
            <div class="poster-middle">
              <div>
                <h3>{words.whatIsIt}</h3>
                <p>{words.whatItIs}</p>
                <p class="poster-categories">{words.about(categories.join(words.listSeparator))}</p>
                <h3>{words.howTo}</h3>
                <ol>
                  {words.steps.map(step => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
                <p>{words.unnamedToo}</p>
              </div>
              <figure>
                <QrCode text={`${location.origin}${paths.handIn(id)}`} label={words.scan} />
                <figcaption>
                  <strong>{words.scan}</strong>
                  <span>{`${location.host}${paths.handIn(id)}`}</span>
                </figcaption>
              </figure>
            </div>
            <LastRound />
          </article>
        )}
      </QueryView>
    </>
  );
}

/** The numbers of the last bulletin; a first round has none to show. */
function LastRound() {
  const words = useSheetWords();
  const { organization } = useOrganization();
  const today = useReading(getToday, { path: { organization: organization.id } });
  const bulletin = today.data?.bulletin;
  if (bulletin === undefined) return null;
  const { round, submitted, adopted, adoptionRate } = bulletin;
  return (
    <footer>
      {words.lastRound(words.roundName(round), submitted, adopted, rateText(adoptionRate))}
    </footer>
  );
}
