/**
 * A round's bulletin for everybody, without signing in, if the organization publishes it so.
 * Nothing else of the organization can be reached from here.
 */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { LanguageSwitch } from '../../../i18n/language-switch.tsx';
import { USUAL_TIME_ZONE } from '../../../i18n/moments.ts';
import { Printer } from '../../../ui/icon.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Phrases } from '../../../ui/phrases.tsx';
import { BulletinSheet } from '../components/bulletin-sheet.tsx';
import type { Bulletin } from '../notice.ts';
import { type PublicPlace, publicPlaceOf, readPublicBulletin } from '../public-bulletin.ts';
import { useBulletinWords } from '../words.ts';

type Reading =
  | { readonly is: 'loading' }
  | { readonly is: 'failed' }
  | { readonly is: 'absent' }
  | { readonly is: 'shown'; readonly bulletin: Bulletin };

export function PublicBulletinPage({ pathname }: { readonly pathname: string }) {
  const words = useBulletinWords();
  const place = publicPlaceOf(pathname);
  return (
    <>
      <header class="top-bar public-bar no-print">
        <a href="/" class="brand">
          <Mark />
          {words.product}
        </a>
        <span class="whereabouts" />
        <LanguageSwitch />
      </header>
      <main class="container">
        {place === undefined ? <NotPublic /> : <PublicBulletin place={place} />}
      </main>
    </>
  );
}

function PublicBulletin({ place }: { readonly place: PublicPlace }) {
  const { language } = useLanguage();
  const words = useBulletinWords();
  const [reading, setReading] = useState<Reading>({ is: 'loading' });
  const read = () => {
    setReading({ is: 'loading' });
    readPublicBulletin(place, language).then(
      bulletin => setReading(bulletin === undefined ? { is: 'absent' } : { is: 'shown', bulletin }),
      () => setReading({ is: 'failed' }),
    );
  };
  useEffect(read, []);
  switch (reading.is) {
    case 'loading':
      return (
        <p class="loading" role="status">
          {words.loading}
        </p>
      );
    case 'failed':
      return (
        <div class="notice warning" role="alert">
          <p>{words.notLoaded}</p>
          <button type="button" onClick={read}>
            {words.retry}
          </button>
        </div>
      );
    case 'absent':
      return <NotPublic />;
    case 'shown':
      return <PublicNotice of={reading.bulletin} place={place} />;
  }
}

function PublicNotice({
  of: bulletin,
  place,
}: {
  readonly of: Bulletin;
  readonly place: PublicPlace;
}) {
  const words = useBulletinWords();
  const { round, organizationName = place.organization, timeZone = USUAL_TIME_ZONE } = bulletin;
  const roundName = words.roundName(round);
  const heading = words.bulletinHeading(roundName);
  useDocumentTitle(
    `${heading} · ${organizationName}`,
    words.publicDescription(organizationName, roundName),
  );
  return (
    <>
      <div class="bulletin-bar no-print">
        <button type="button" class="secondary" onClick={() => print()}>
          <Printer class="icon" aria-hidden="true" />
          {words.print}
        </button>
      </div>
      <BulletinSheet
        bulletin={bulletin}
        heading={
          <h1>
            <Phrases text={heading} />
          </h1>
        }
        organizationName={organizationName}
        timeZone={timeZone}
        titleOf={({ title }) => title}
      />
    </>
  );
}

/** Names the tab and describes the page, for bookmarks and for messengers that show a preview. */
function useDocumentTitle(title: string, description: string): void {
  useLayoutEffect(() => {
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
  }, [title, description]);
}

function NotPublic() {
  const words = useBulletinWords();
  useDocumentTitle(`${words.notPublicTitle} · ${words.product}`, words.notPublicText);
  return (
    <section class="empty">
      <h1>{words.notPublicTitle}</h1>
      <p>{words.notPublicText}</p>
      <a href="/" class="button">
        {words.signIn}
      </a>
    </section>
  );
}
