/** Filters the member list by department, role, and whether members are active. */
import type { Department } from '../../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../../shared/domain/organization/organization.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { OTHER_ROLES } from '../member.ts';
import { useMembersWords } from '../words.ts';

/** Active, inactive, or `all`. */
export const STANDINGS = ['true', 'false', 'all'] as const;

interface Props {
  readonly department: Department | undefined;
  readonly role: Role | undefined;
  readonly active: (typeof STANDINGS)[number];
  /** Receives the new filters for the address; omitted ones have their default. */
  readonly onChange: (filters: Record<string, string>) => void;
}

export function MemberFilters({ department, role, active, onChange }: Props) {
  const words = useMembersWords();
  const { departments } = useOrganization().organization;
  const offered = [...new Set([...departments, ...(department === undefined ? [] : [department])])];
  const choose = (changes: Record<string, string>) => {
    const next = { department: department ?? '', role: role ?? '', active, ...changes };
    const usual = (name: string, value: string) =>
      value === '' || (name === 'active' && value === 'true');
    onChange(
      Object.fromEntries(Object.entries(next).filter(([name, value]) => !usual(name, value))),
    );
  };
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{words.filters}</legend>
      <label>
        {words.department}
        <select
          value={department ?? ''}
          onChange={event => choose({ department: event.currentTarget.value })}
        >
          <option value="">{words.all}</option>
          {offered.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.role}
        <select value={role ?? ''} onChange={event => choose({ role: event.currentTarget.value })}>
          <option value="">{words.all}</option>
          {OTHER_ROLES.map(one => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.activity}
        <select value={active} onChange={event => choose({ active: event.currentTarget.value })}>
          <option value="true">{words.active}</option>
          <option value="false">{words.left}</option>
          <option value="all">{words.all}</option>
        </select>
      </label>
    </fieldset>
  );
}
