/** Stored items as earlier releases left them. */

type Item = Readonly<Record<string, unknown>>;

/** An organization of version 3, which did not say how many days work usually has. */
export function ofTheThirdVersion({ dueDays: _, ...item }: Item): Item {
  return { ...item, schemaVersion: 3 };
}

/** A bulletin's numbers without those that its first version lacked. */
export function ofTheFirstEdition({ schemaVersion: _, edition: _edition, ...item }: Item): Item {
  const { total, departments, categories } = item.statistics as {
    total: Item;
    departments: Item[];
    categories: Item[];
  };
  return {
    ...item,
    statistics: {
      total: former(total),
      departments: departments.map(former),
      categories: categories.map(former),
    },
  };
}

function former({ followUp: _, ideasPerHead: _perHead, ...numbers }: Item): Item {
  return numbers;
}
