/** The tabs of an area, each with an address of its own. */
import { Link, useLocation } from 'wouter-preact';

interface Props {
  readonly name: string;
  readonly tabs: readonly { readonly href: string; readonly name: string }[];
}

export function Tabs({ name, tabs }: Props) {
  const [path] = useLocation();
  return (
    <nav class="tabs" aria-label={name}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <Link href={tab.href} {...(path === tab.href && { 'aria-current': 'page' })}>
              {tab.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
