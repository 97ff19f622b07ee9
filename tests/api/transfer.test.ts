/** Lists of people that come into the registry from a spreadsheet, and lists that go out of it. */
import type { ImportDetail, NewImport } from '../../src/plugins/beneficiary-crm/contracts/transfer';
import type { ImportField } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { expectStatus } from '../support/scenario';

let t: TestCrm;
let officer: SignedIn;
beforeAll(async () => {
  t = await bootCrm();
  officer = await t.loginAs('relations_officer');
}, 180_000);
afterAll(() => t?.stop());

const partBytes = 4 * 1024 * 1024;

async function uploaded(bytes: Buffer, name = 'مستفيدون.csv'): Promise<string> {
  const begun = await officer.post<NewImport>('/registry/imports', { name, size: bytes.length });
  const { id } = expectStatus(begun, 201);
  for (let at = 0; at < bytes.length; at += partBytes) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes.subarray(at, at + partBytes))]), 'part');
    const sent = await officer.send(`/registry/imports/${id}/parts?at=${at}`, {
      method: 'POST',
      body: form,
    });
    expectStatus(sent, 201);
  }
  return id;
}

const detail = async (id: string): Promise<ImportDetail> =>
  expectStatus(await officer.get<ImportDetail>(`/registry/imports/${id}`), 200);

async function read(bytes: Buffer | string, name?: string): Promise<ImportDetail> {
  const id = await uploaded(Buffer.from(bytes as string), name);
  expectStatus(await officer.post(`/registry/imports/${id}/read`), 200);
  await t.drain();
  return detail(id);
}

async function checked(
  bytes: Buffer | string,
  more: { name?: string; columns?: (ImportField | null)[]; fillBlanks?: boolean } = {},
): Promise<ImportDetail> {
  const { id, columns } = await read(bytes, more.name);
  expectStatus(
    await officer.post(`/registry/imports/${id}/check`, {
      columns: more.columns ?? columns.map(({ field }) => field),
      fillBlanks: more.fillBlanks ?? false,
    }),
    200,
  );
  await t.drain();
  return detail(id);
}

async function run(
  bytes: Buffer | string,
  more: Parameters<typeof checked>[1] = {},
): Promise<ImportDetail> {
  const { id } = await checked(bytes, more);
  expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
  await t.drain();
  return detail(id);
}

const sheet = (...rows: string[]) => rows.join('\r\n');
const headings = 'الاسم الرباعي,رقم الهوية,رقم الجوال,المدينة,تاريخ الميلاد,الجنس';

describe('a dry run', () => {
  it('knows Arabic headings, judges every row, and writes nobody', async () => {
    const before = await t.countRows();
    const found = await checked(
      sheet(
        headings,
        'محمد بن سعد بن علي الحارثي,1000000008,0551234567,قيا,1410/03/05,ذكر',
        'نورة سعد الحارثي,١٠١٠١٠١٠١٠,٠٥٥١٢٣٤٥٦٨,قيا,1995-02-01,أنثى',
        ',1000000008,0551234567,قيا,,',
        'سعيد فهد الثبيتي,1000000000,0112345,قيا,31/02/1990,رجل',
        'محمد بن سعد بن علي الحارثي,1000000008,,,,',
      ),
    );
    expect(found.state).toBe('checked');
    expect(found.columns.map(({ field }) => field)).toEqual([
      'name',
      'id_number',
      'phone',
      'city',
      'birth_date',
      'sex',
    ]);
    expect(found.judged).toEqual({ opened: 2, known: 0, filled: 0, resembling: 0, refused: 3 });
    expect(found.findings.map(({ row, column, code }) => `${row} ${column}: ${code}`)).toEqual([
      '4 الاسم الرباعي: import.no_name',
      '5 رقم الهوية: id.checksum',
      '5 رقم الجوال: import.phone',
      '5 تاريخ الميلاد: import.date',
      '6 رقم الهوية: import.twice',
    ]);
    const after = await t.countRows();
    expect(after.crm_beneficiaries).toBe(before.crm_beneficiaries);
  });
});

describe('an import', () => {
  it('opens a file for each row, and the same file a second time opens none', async () => {
    const file = sheet(
      'الاسم,السجل المدني,الجوال,المدينة',
      'أحمد علي الثبيتي,2345678904,0501112223,قيا',
      'سلمى فهد الثبيتي,,0501112224,قيا',
    );
    const first = await run(file);
    expect([first.state, first.result]).toEqual([
      'done',
      { opened: 2, known: 0, filled: 0, resembling: 0, refused: 0 },
    ]);
    const before = await t.countRows();
    const second = await run(file);
    expect(second.result).toEqual({ opened: 0, known: 2, filled: 0, resembling: 0, refused: 0 });
    const after = await t.countRows();
    for (const table of ['crm_beneficiaries', 'crm_identities', 'crm_contact_points'])
      expect([table, after[table]]).toEqual([table, before[table]]);
  });
});
