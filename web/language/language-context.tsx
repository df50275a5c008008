/**
 * Provides the chosen language and its texts to every component, and keeps `<html lang>` in step
 * for screen readers and fonts.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { chosenLanguage, dictionaryOf, keepLanguage, type Language } from './language.ts';
import { type Dictionary, zh } from './zh.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Dictionary;
}

interface Chosen extends Spoken {
  readonly choose: (language: Language) => void;
}

const CHINESE: Spoken = { language: 'zh-CN', words: zh };

const LanguageContext = createContext<Chosen | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [spoken, setSpoken] = useState<Spoken | undefined>(() =>
    chosenLanguage() === 'zh-CN' ? CHINESE : undefined,
  );
  const speak = async (language: Language) =>
    setSpoken({ language, words: await dictionaryOf(language) });
  useLayoutEffect(() => {
    if (spoken === undefined) {
      // Pages in the wrong language are better than none.
      speak(chosenLanguage()).catch(() => setSpoken(CHINESE));
      return;
    }
    document.documentElement.lang = spoken.language;
  }, [spoken]);
  const chosen = useMemo<Chosen | undefined>(
    () =>
      spoken && {
        ...spoken,
        choose: next => {
          speak(next).then(
            () => keepLanguage(next),
            () => undefined,
          );
        },
      },
    [spoken],
  );
  if (chosen === undefined) return null;
  return <LanguageContext.Provider value={chosen}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Chosen {
  const chosen = useContext(LanguageContext);
  if (chosen === undefined) throw new Error('useLanguage needs a LanguageProvider around it');
  return chosen;
}

export function useWords(): Dictionary {
  return useLanguage().words;
}

/** Texts of a few pages; they are stored beside those pages, so that no other reader loads them. */
export function wordsOf<Words>(both: Readonly<Record<Language, Words>>): () => Words {
  return () => both[useLanguage().language];
}
