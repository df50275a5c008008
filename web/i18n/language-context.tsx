/**
 * Provides the chosen language and its texts to every component, and keeps `<html lang>` in step
 * for screen readers and fonts.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { chosenLanguage, keepLanguage, type Language } from './language.ts';
import { loadWords, type WordModules, wordTable } from './word-table.ts';
import type { Dictionary } from './zh.ts';

/** The texts that every page needs. */
const shared = wordTable<Dictionary>({
  zh: () => import('./zh.ts'),
  en: () => import('./en.ts'),
});

interface Chosen {
  readonly language: Language;
  readonly words: Dictionary;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen | undefined>(undefined);

/** Expects the words of the chosen language to be loaded. */
export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, speak] = useState(chosenLanguage);
  const words = shared.words(language);
  if (words === undefined) throw shared.load(language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo<Chosen>(
    () => ({
      language,
      words,
      choose: next => {
        // All of them, so that no part of an open page disappears until its own are there.
        loadWords(next).then(
          () => {
            keepLanguage(next);
            speak(next);
          },
          () => undefined,
        );
      },
    }),
    [language, words],
  );
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

/**
 * A hook for the texts of a feature, together with the shared ones. They are stored beside the
 * feature, so that no reader of other pages loads them. A component that is shown before they are
 * there is suspended.
 */
export function wordsOf<Words extends object>(
  modules: WordModules<Words>,
): () => Dictionary & Words {
  const table = wordTable(modules);
  // Merged once for each language, not for each component.
  const merged = new Map<Language, Dictionary & Words>();
  return () => {
    const { language, words } = useLanguage();
    const own = table.words(language);
    if (own === undefined) throw table.load(language);
    const known = merged.get(language) ?? { ...words, ...own };
    merged.set(language, known);
    return known;
  };
}
