/**
 * Tables of words, each with one module for each language. Only the reader's language is loaded, and
 * before the components that speak it: a page waits for the tables of all modules that it has
 * brought.
 */
import { chosenLanguage, type Language } from './language.ts';

export interface WordTable<Words> {
  /** The words in a language; undefined until they are loaded. */
  readonly words: (language: Language) => Words | undefined;
  /** Loads the words of a language once; after a failure another call tries again. */
  readonly load: (language: Language) => Promise<void>;
}

/** How to load a table: the modules with its Chinese and its English words. */
export interface WordModules<Words> {
  readonly zh: () => Promise<{ readonly zh: Words }>;
  readonly en: () => Promise<{ readonly en: Words }>;
}

const tables = new Set<WordTable<unknown>>();

/** Begins to load the words of the reader's language. */
export function wordTable<Words>({ zh, en }: WordModules<Words>): WordTable<Words> {
  const loaded = new Map<Language, Words>();
  const loading = new Map<Language, Promise<void>>();
  const wordsIn = async (language: Language): Promise<Words> =>
    language === 'en' ? (await en()).en : (await zh()).zh;
  const load = async (language: Language): Promise<void> => {
    try {
      loaded.set(language, await wordsIn(language));
    } catch (error) {
      loading.delete(language);
      throw error;
    }
  };
  const table: WordTable<Words> = {
    words: language => loaded.get(language),
    load: language => {
      const underway = loading.get(language) ?? load(language);
      loading.set(language, underway);
      return underway;
    },
  };
  tables.add(table);
  // Whoever needs the words loads them, and is told then if they do not come.
  table.load(chosenLanguage()).catch(() => undefined);
  return table;
}

/** Loads all tables of the modules that are there, in a language. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all([...tables].map(table => table.load(language)));
}
