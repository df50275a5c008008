/** A part of the settings on a page of its own, with an explanation, and the way back to them all. */
import type { ComponentChildren } from 'preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Up } from '../../../ui/up.tsx';
import { useSettingsWords } from '../words.ts';

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children: ComponentChildren;
}

export function SettingsPart({ title, text, children }: Props) {
  const words = useSettingsWords();
  const { organization } = useOrganization();
  return (
    <section class="narrow">
      <Up href={paths.settings(organization.id)}>{words.settingsTitle}</Up>
      <PageTitle text={title} />
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}
