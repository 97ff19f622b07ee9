/** A registry that was in use before identities and contact points had tables of their own loses nothing. */
import knex from 'knex';
import type { Knex } from 'knex';
import { kernelMigration } from '../../src/plugins/beneficiary-crm/server/src/kernel/events.migration';
import { migrate } from '../../src/plugins/beneficiary-crm/server/src/kernel/migrate';
import { createVault } from '../../src/plugins/beneficiary-crm/server/src/kernel/vault';
import { peopleMigration } from '../../src/plugins/beneficiary-crm/server/src/registry/people.migration';
import { registryMigration } from '../../src/plugins/beneficiary-crm/server/src/registry/registry.migration';
import { identityPlace } from '../../src/plugins/beneficiary-crm/server/src/registry/registry.service';
import { requestsMigration } from '../../src/plugins/beneficiary-crm/server/src/requests/requests.migration';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

const before = [kernelMigration, registryMigration, requestsMigration];
const vault = createVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
const ids = ['0', '1', '2'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const numbers = ['1000000008', '2000000006', 'A1234567'];

let database: TestDatabase;
let db: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  db = knex({ client: 'pg', connection: database.url });
  await migrate(db, before);
  await db('crm_beneficiaries').insert(
    ids.map((id, place) => ({
      id,
      file_number: `B-00000${place}`,
      name: `شخص ${place}`,
      phone: place === 2 ? '+966128000000' : `+96655000000${place}`,
      email: place === 1 ? 'person@example.com' : null,
      id_type: (['national_id', 'iqama', 'other'] as const)[place],
      id_sealed: vault.seal(
        { table: 'crm_beneficiaries', field: 'id_number', id },
        numbers[place] ?? '',
      ),
      id_index: `index ${place}`,
      id_last3: numbers[place]?.slice(-3),
      identity_state: 'valid',
      identity_expires_on: place === 0 ? '2027-05-01' : null,
      sighted_by: 7,
      sighted_at: '2026-01-01T00:00:00Z',
      sighted_how: 'in_person',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-02T00:00:00Z',
    })),
  );
  await migrate(db, [...before, peopleMigration]);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('every identity is there, and its number can still be read', async () => {
  const kept: { id: string; beneficiary_id: string; number_sealed: string; last3: string }[] =
    await db('crm_identities').orderBy('beneficiary_id');
  expect(kept.map(({ beneficiary_id }) => beneficiary_id)).toEqual(ids);
  expect(kept.map(({ id, number_sealed }) => vault.open(identityPlace(id), number_sealed))).toEqual(
    numbers,
  );
  expect(kept[0]).toMatchObject({ type: 'national_id', number_index: 'index 0', sighted_by: 7 });
});

it('every phone and address is there', async () => {
  const kept = await db('crm_contact_points')
    .orderBy(['beneficiary_id', 'kind'])
    .select('beneficiary_id', 'kind', 'value', 'preferred');
  expect(kept).toEqual([
    { beneficiary_id: ids[0], kind: 'mobile', value: '+966550000000', preferred: true },
    { beneficiary_id: ids[1], kind: 'email', value: 'person@example.com', preferred: false },
    { beneficiary_id: ids[1], kind: 'mobile', value: '+966550000001', preferred: true },
    { beneficiary_id: ids[2], kind: 'landline', value: '+966128000000', preferred: true },
  ]);
});

it('every file speaks for itself', async () => {
  const files = await db('crm_beneficiaries').orderBy('id').select('id', 'root_id', 'merged_into');
  expect(files).toEqual(ids.map((id) => ({ id, root_id: id, merged_into: null })));
});
