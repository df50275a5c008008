/** Warns beside a form if the browser does not store the typed text. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../i18n/language-context.tsx';
import { device, tab } from '../../storage/browser-storage.ts';

const refused = (): boolean => device.refused() || tab.refused();

export function StorageWarning() {
  const words = useWords();
  const [shown, setShown] = useState(refused);
  useEffect(() => {
    const update = () => setShown(refused());
    update();
    const ends = [device, tab].map(kept => kept.subscribe(update));
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return <div role="status">{shown && <p class="notice warning">{words.draftNotKept}</p>}</div>;
}
