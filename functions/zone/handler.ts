/**
 * The zone's function: the roll-up of its organizations' published numbers. It reads only the
 * partition of the zone's numbers, so no request can reach an idea or a person.
 */
import * as contract from '../../shared/contract/routes/zone.ts';
import { withoutRows, zoneView } from '../../shared/contract/zone-view.ts';
import { districtsOf } from '../../shared/domain/numbers/roll-up.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { answer, type Endpoint, endpoint, zoneMemberOf } from '../../shared/http/endpoint.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { zoneRepository } from '../../shared/store/zones.ts';

export function zoneHandler(wiring: { readonly table: Table } & ApiWiring) {
  return api([getZoneStatistics(wiring.table), getZoneSeries(wiring.table)], wiring);
}

function getZoneStatistics(table: Table): Endpoint {
  const zones = zoneRepository(table);
  return endpoint(
    contract.getZoneStatistics,
    zoneMemberOf(memberRepository(table)),
    async ({ path, query, member }) => {
      // The whole roll-up is made for a grid officer too: what one district may show depends on the
      // others.
      const known = await zones.round(path.zone, path.round);
      return answer({
        ...path,
        ...zoneView(path.round, known, { sees: districtsOf(member), ...query }),
      });
    },
  );
}

function getZoneSeries(table: Table): Endpoint {
  const zones = zoneRepository(table);
  return endpoint(
    contract.getZoneSeries,
    zoneMemberOf(memberRepository(table)),
    async ({ path, query, member }) => {
      const reader = { sees: districtsOf(member) };
      const rounds = [];
      for await (const { round, known } of zones.rounds(path.zone, query.from, query.to))
        rounds.push({ ...path, round, ...withoutRows(zoneView(round, known, reader)) });
      return answer({ ...path, rounds });
    },
  );
}
