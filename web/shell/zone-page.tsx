/**
 * For zone managers and grid officers: says plainly that the roll-up over organizations is not there yet, and what their
 * range will be.
 */
import { useWords } from '../language/language-context.tsx';
import { NotFound } from './not-found.tsx';
import type { Me } from './organization-context.tsx';
import { TopBar } from './top-bar.tsx';

export function ZonePage({ me }: { readonly me: Me }) {
  const words = useWords();
  if (me.zones.length === 0)
    return (
      <>
        <TopBar me={me} />
        <NotFound />
      </>
    );
  return (
    <>
      <TopBar me={me} />
      <main class="container" id="content">
        <h1>{words.zoneTitle}</h1>
        <p>{words.zoneText}</p>
        <h2>{words.zoneYours}</h2>
        <ul>
          {me.zones.map(({ zone, memberId, roles, districts }) => (
            <li key={zone}>
              {zone} · {words.memberNumber(memberId)} · {roles.map(role => words.zoneRoles[role]).join('、')}
              {districts.length > 0 && ` · ${districts.join('、')}`}
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
