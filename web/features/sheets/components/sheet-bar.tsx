/** What stands above a sheet on the screen: its name, a hint for the printer, and the button. */
import type { ComponentChildren } from 'preact';
import { Printer } from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useSheetWords } from '../words.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly children?: ComponentChildren;
}

export function SheetBar({ title, hint, children }: Props) {
  const words = useSheetWords();
  return (
    <header class="sheet-bar no-print">
      <PageTitle text={title} />
      <div class="actions">
        <button type="button" onClick={() => print()}>
          <Printer class="icon" aria-hidden="true" />
          {words.printSheet}
        </button>
        {children}
      </div>
      <p class="muted">{hint}</p>
    </header>
  );
}
