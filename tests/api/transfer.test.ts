/** Lists of people that come into the registry from a spreadsheet, and lists that go out of it. */
import type {
  ExportChoices,
  ImportDetail,
  NewExport,
  NewImport,
} from '../../src/plugins/beneficiary-crm/contracts/transfer';
import type { ImportField } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import {
  takeChunk,
  wakeImports,
} from '../../src/plugins/beneficiary-crm/server/src/transfer/run.job';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';
import { expectStatus } from '../support/scenario';
import { workbook, zipOf } from '../support/workbook';

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

/** Rows of an ID each, from a number of nine digits on. */
function people(count: number, from: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const nine = String(from + at);
    const sum = [...nine].map(Number).reduce((held, digit, place) => {
      const value = place % 2 === 0 ? digit * 2 : digit;
      return held + (value > 9 ? value - 9 : value);
    }, 0);
    return `شخص ${nine} الحارثي,${nine}${(10 - (sum % 10)) % 10}`;
  });
}
const fileCount = async () => (await t.countRows()).crm_beneficiaries ?? 0;
const importedEvents = (id: string) =>
  t.crm.db('crm_events').where({ type: 'file.imported', subject_id: id }).orderBy('seq');

describe('what comes in', () => {
  const text = sheet('الاسم;الجوال', 'ليلى سعد الثبيتي;0501119999');

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['a named separator', Buffer.from(`sep=;\r\n${text}`)],
  ])('is read in %s', async (_, bytes) => {
    const found = await read(bytes);
    expect([found.state, found.rows]).toEqual(['mapping', 1]);
    expect(found.columns).toEqual([
      { header: 'الاسم', samples: ['ليلى سعد الثبيتي'], field: 'name' },
      { header: 'الجوال', samples: ['•••••••999'], field: 'phone' },
    ]);
  });

  it('is read in Windows’ Arabic', async () => {
    // الاسم,المدينة / علي,قيا
    const bytes = Buffer.from([
      0xc7, 0xe1, 0xc7, 0xd3, 0xe3, 0x2c, 0xc7, 0xe1, 0xe3, 0xcf, 0xed, 0xe4, 0xc9, 0x0d, 0x0a,
      0xda, 0xe1, 0xed, 0x2c, 0xde, 0xed, 0xc7,
    ]);
    expect((await read(bytes)).columns.map(({ field }) => field)).toEqual(['name', 'city']);
  });

  it('is read from a workbook: shared texts, numbers, gaps, and of a formula what Excel saved', async () => {
    const bytes = await workbook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>كشف</t></is></c></row>
       <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c></row>
       <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4"><f>1+1</f><v>1.000000008E9</v></c><c r="D4"><v>32947</v></c></row>
       ${'<row r="9"/>'.repeat(50_000)}`,
      ['الاسم', 'الهوية', 'تاريخ الميلاد', 'سارة علي &amp; الحارثي'],
    );
    const found = await checked(bytes, { name: 'كشف.xlsx' });
    expect([found.rows, found.judged?.opened, found.findings]).toEqual([1, 1, []]);
    expect(found.columns.map(({ samples }) => samples)).toEqual([
      ['سارة علي & الحارثي'],
      ['1.••••••008E9'],
      [],
      ['32947'],
    ]);
  });

  it('is refused when it is no table, unfolds beyond measure, or holds nobody', async () => {
    const failed = async (bytes: Buffer, name: string) => {
      const found = await read(bytes, name);
      const row = await t.crm
        .db('crm_imports')
        .where({ id: found.id })
        .first<{ problem: string }>('problem');
      return [found.state, row.problem];
    };
    const bomb = await workbook(
      `<row><c t="inlineStr"><is><t>${' '.repeat(60_000_000)}</t></is></c></row>`,
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await failed(bomb, 'a.xlsx')).toEqual(['failed', 'import.too_much']);
    expect(await failed(await zipOf({ 'a.txt': 'x' }), 'a.xlsx')).toEqual([
      'failed',
      'import.unreadable',
    ]);
    expect(await failed(Buffer.from('%PDF-1.7 ...'), 'a.csv')).toEqual([
      'failed',
      'import.unsupported',
    ]);
    expect(await failed(Buffer.from('الاسم,الهوية\n'), 'a.csv')).toEqual([
      'failed',
      'import.no_rows',
    ]);
    const many = ['الاسم', ...Array.from({ length: 100_001 }, () => 'ا')].join('\n');
    expect(await failed(Buffer.from(many), 'a.csv')).toEqual(['failed', 'import.too_many_rows']);
    const big = { name: 'a.csv', size: 51 * 1024 * 1024 };
    expect((await officer.post('/registry/imports', big)).status).toBe(413);
    expect((await officer.post('/registry/imports', { name: 'a.pdf', size: 1 })).status).toBe(415);
  });

  it('lies sealed, without its file, and is destroyed in time', async () => {
    const { id } = await checked(sheet('الاسم,الهوية', 'كناري مخفي الحارثي,1000000008'));
    const { rows } = (await t.crm.db.raw(
      `select rows_sealed from crm_import_chunks where import_id = ?`,
      [id],
    )) as { rows: { rows_sealed: string }[] };
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/كناري|1000000008/);
    expect((await officer.get(`/registry/imports/${id}/refused`)).status).toBe(200);
    await t.advance(15);
    const found = await detail(id);
    expect([found.state, found.held, found.columns]).toEqual(['cancelled', false, []]);
    expect(await t.crm.db('crm_import_chunks').where({ import_id: id })).toEqual([]);
    expect((await officer.get(`/registry/imports/${id}/refused`)).status).toBe(409);
  });
});

describe('columns', () => {
  it('are remembered for the next file with the same headings', async () => {
    const file = sheet('من,رقمه', 'حسن علي الثبيتي,0503334445');
    const first = await read(file);
    expect(first.columns.map(({ field }) => field)).toEqual([null, null]);
    await checked(file, { columns: ['name', 'phone'] });
    const next = await read(file);
    expect([next.remembered, next.columns.map(({ field }) => field)]).toEqual([
      true,
      ['name', 'phone'],
    ]);
  });

  it('that name nobody are refused', async () => {
    const { id } = await read(sheet('أ,ب', '1,2'));
    const refused = await officer.post(`/registry/imports/${id}/check`, {
      columns: ['city', null],
    });
    expect([refused.status, refused.error.details.code]).toEqual([422, 'import.no_name_column']);
  });
});

describe('the chunks of an import', () => {
  it('are taken in once each, whoever comes, and one event says so', async () => {
    const file = sheet('الاسم,الهوية', ...people(1_200, 110_000_000));
    const { id } = await checked(file);
    const before = await fileCount();
    expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
    const { turn } = await t.crm.db('crm_imports').where({ id }).first<{ turn: number }>('turn');
    const again = (chunk: number) => takeChunk(t.crm, { import: id, turn, chunk });
    await Promise.all([again(0), again(0), again(0), again(1)]);
    await Promise.all([again(1), again(2), again(0)]);
    await t.drain();
    const found = await detail(id);
    expect([found.state, found.progress, found.result?.opened]).toEqual(['done', 1_200, 1_200]);
    expect(await fileCount()).toBe(before + 1_200);
    const events = (await importedEvents(id)) as { data: { chunk: number; opened: number } }[];
    expect(events.map(({ data }) => [data.chunk, data.opened])).toEqual([
      [0, 500],
      [1, 500],
      [2, 200],
    ]);
  });

  it('go on after a pause, and after a crash that lost the job', async () => {
    const file = sheet('الاسم,الهوية', ...people(1_100, 120_000_000));
    const { id } = await checked(file);
    const before = await fileCount();
    expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
    const held = await t.crm.db('crm_imports').where({ id }).first<{ turn: number }>('turn');
    await takeChunk(t.crm, { import: id, turn: held.turn, chunk: 0 });
    expectStatus(await officer.post(`/registry/imports/${id}/pause`), 200);
    await t.drain();
    expect([(await detail(id)).state, (await detail(id)).progress]).toEqual(['paused', 500]);
    expectStatus(await officer.post(`/registry/imports/${id}/resume`), 200);
    // The machine dies: the job is gone, and nobody would ask for the next chunk.
    await t.crm.db.raw('delete from graphile_worker._private_jobs');
    await t.advance(1);
    const found = await detail(id);
    expect([found.state, found.result?.opened]).toEqual(['done', 1_100]);
    expect(await fileCount()).toBe(before + 1_100);
    // The old worker wakes up and finds that others have done it.
    await takeChunk(t.crm, { import: id, turn: held.turn, chunk: 0 });
    expect(await fileCount()).toBe(before + 1_100);
  });

  it('that fail each time are given up after some attempts, whole, and taken up again when asked', async () => {
    const lines = people(1_100, 150_000_000);
    const { id } = await checked(sheet('الاسم,الهوية', ...lines));
    const before = await fileCount();
    // The database refuses somebody of the second chunk, whatever the reason.
    const [unlucky = ''] = (lines[700] ?? '').split(',');
    await t.crm.db.raw(`
      create function crm_test_refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused'; end $$;
      create trigger crm_test_refuse before insert on crm_beneficiaries
        for each row when (new.name = '${unlucky}') execute function crm_test_refuse()`);
    const attempt = () =>
      t.crm.db.raw(`update graphile_worker._private_jobs set run_at = now()`).then(t.drain);
    expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
    await attempt();
    for (let tries = 1; tries < 5; tries += 1) {
      const found = await detail(id);
      expect([found.state, found.progress, found.resumable]).toEqual(['running', 500, false]);
      await attempt();
    }
    const failed = await detail(id);
    expect([failed.state, failed.progress, failed.result?.opened]).toEqual(['failed', 500, 500]);
    expect([failed.resumable, failed.problem]).toEqual([true, expect.stringContaining('متابعة')]);
    expect(await fileCount()).toBe(before + 500);
    await t.crm.db.raw('drop function crm_test_refuse cascade');
    await t.advance(1);
    await attempt();
    expect([(await detail(id)).state, await fileCount()]).toEqual(['failed', before + 500]);
    expectStatus(await officer.post(`/registry/imports/${id}/resume`), 200);
    await t.drain();
    const done = await detail(id);
    expect([done.state, done.progress, done.problem]).toEqual(['done', 1_100, null]);
    expect(await fileCount()).toBe(before + 1_100);
  });

  it('whose worker is lost each time are not woken for ever', async () => {
    const { id } = await checked(sheet('الاسم,الهوية', ...people(10, 160_000_000)));
    expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await detail(id)).state).toBe('running');
      await t.crm.db.raw('delete from graphile_worker._private_jobs');
      await t.crm
        .db('crm_imports')
        .where({ id })
        .update({ moved_at: new Date(0) });
      await wakeImports(t.crm);
    }
    expect((await detail(id)).state).toBe('failed');
  });

  it('that are cancelled stay out', async () => {
    const { id } = await checked(sheet('الاسم,الهوية', ...people(600, 130_000_000)));
    const before = await fileCount();
    expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
    expectStatus(await officer.post(`/registry/imports/${id}/cancel`), 200);
    await t.drain();
    expect([(await detail(id)).state, await fileCount()]).toEqual(['cancelled', before]);
    expect((await officer.post(`/registry/imports/${id}/resume`)).status).toBe(409);
  });

  it('of two files with the same people, run at once, open each person once', async () => {
    const file = sheet('الاسم,الهوية', ...people(400, 140_000_000));
    const ids = [(await checked(file)).id, (await checked(file)).id];
    const before = await fileCount();
    const jobs = [];
    for (const id of ids) {
      expectStatus(await officer.post(`/registry/imports/${id}/start`), 200);
      const { turn } = await t.crm.db('crm_imports').where({ id }).first<{ turn: number }>('turn');
      jobs.push({ import: id, turn, chunk: 0 });
    }
    await Promise.all(jobs.map((job) => takeChunk(t.crm, job)));
    const results = await Promise.all(ids.map(async (id) => (await detail(id)).result));
    expect(results.map((one) => one?.opened).sort()).toEqual([0, 400]);
    expect(await fileCount()).toBe(before + 400);
  });
});

describe('people who have a file', () => {
  it('are known by their number, filled in where the officer chose so, and never overwritten', async () => {
    const id = '2000000006';
    await run(sheet('الاسم,الهوية,المدينة', `راشد علي الزهراني,${id},قيا`));
    const file = sheet(
      'الاسم,الهوية,المدينة,الحي,الجوال',
      `راشد الزهراني,${id},جدة,الصفا,0507778889`,
    );
    const untouched = await run(file);
    expect(untouched.result).toMatchObject({ opened: 0, known: 1, filled: 0 });
    const read = () =>
      t.crm
        .db('crm_beneficiaries as b')
        .join('crm_identities as i', 'i.beneficiary_id', 'b.id')
        .where({ 'b.name': 'راشد علي الزهراني' })
        .first<{ id: string; city: string; district: string | null }>(
          'b.id',
          'b.city',
          'b.district',
        );
    expect(await read()).toMatchObject({ city: 'قيا', district: null });
    const filled = await run(file, { fillBlanks: true });
    expect(filled.result).toMatchObject({ opened: 0, known: 1, filled: 1 });
    expect(await read()).toMatchObject({ city: 'قيا', district: 'الصفا' });
    const { id: person } = await read();
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'file.changed', subject_id: person })
      .first<{ data: object }>('data');
    expect(event.data).toEqual({ fields: ['district', 'contacts'], import: filled.id });
    expect((await run(file, { fillBlanks: true })).result).toMatchObject({ known: 1, filled: 0 });
  });

  it('under quite another name are a mistake in the row', async () => {
    const found = await run(sheet('الاسم,الهوية', 'خالد فهد العتيبي,2000000006'));
    expect(found.result).toMatchObject({ opened: 0, known: 0, refused: 1 });
    expect(found.findings.map(({ code }) => code)).toEqual(['import.other_name']);
  });

  it('or resemble who has one wait for a person to judge', async () => {
    const before = await t.countRows();
    const found = await run(
      sheet('الاسم,الجوال', 'عبدالله راشد الزهراني,0507778889', 'منى أحمد الغامدي,0507770001'),
    );
    expect(found.judged).toMatchObject({ opened: 2, resembling: 1 });
    expect(found.result).toMatchObject({ opened: 2, resembling: 1 });
    const after = await t.countRows();
    expect((after.crm_file_matches ?? 0) - (before.crm_file_matches ?? 0)).toBe(1);
  });
});

describe('refused rows', () => {
  it('come back as they were, with reasons, and no formula in them', async () => {
    const { id } = await checked(sheet('الاسم,الهوية', '=HYPERLINK("x"),1000000000', '+9665,1'));
    const csv = await officer.get(`/registry/imports/${id}/refused?format=csv`);
    expect(csv.text.startsWith('\uFEFFالاسم,الهوية,')).toBe(true);
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")",1000000000,2,`);
    expect(csv.text).toContain(`'+9665,1,3,`);
    const xlsx = await officer.get(`/registry/imports/${id}/refused?format=xlsx`);
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
    // Put right or not, it can be read as any file.
    expect((await read(xlsx.bytes, 'again.xlsx')).rows).toBe(2);
  });
});

describe('an export', () => {
  const ask = async (who: SignedIn, body: object) =>
    who.post<NewExport>(
      '/registry/exports',
      { columns: ['file_number', 'name'], format: 'csv', reason: 'كشف السلال', ...body },
      idempotent(),
    );

  it('holds the columns that the role may have, and says what it held', async () => {
    const director = await t.loginAs('executive_director');
    const open = expectStatus(await director.get<ExportChoices>('/registry/exports'), 200).columns;
    expect(open).toContain('city');
    for (const closed of ['phone', 'email', 'address', 'id_last3', 'birth_date'])
      expect(open).not.toContain(closed);
    const refused = await ask(director, { columns: ['name', 'phone'] });
    expect([refused.status, issuesOf(refused)]).toEqual([422, ['columns.1: export.column']]);

    const begun = expectStatus(await ask(officer, { columns: ['name', 'phone', 'id_last3'] }), 201);
    expect(begun.rows).toBe(await fileCount());
    const csv = await officer.get(`/registry/exports/${begun.id}/file`);
    expect(csv.text.startsWith('\uFEFF')).toBe(true);
    expect(csv.text.trim().split('\r\n')).toHaveLength(begun.rows + 1);
    expect(csv.text).toContain('راشد علي الزهراني,006,0507778889');
    expect(csv.text).not.toContain('2000000006');
    expect((await director.get(`/registry/exports/${begun.id}/file`)).status).toBe(404);

    const event = await t.crm
      .db('crm_events')
      .where({ type: 'file.exported', subject_id: begun.id })
      .first<{ data: object }>('data');
    expect(event.data).toEqual({
      export: begun.id,
      columns: ['name', 'id_last3', 'phone'],
      filters: {},
      format: 'csv',
      rows: begun.rows,
    });
    const list = expectStatus(await officer.get<ExportChoices>('/registry/exports'), 200).recent;
    expect(list[0]).toMatchObject({ id: begun.id, reason: 'كشف السلال' });
    const row = await t.crm.db('crm_exports').where({ id: begun.id }).first<object>();
    expect(JSON.stringify(row)).not.toContain('كشف السلال');
  });

  it('says of people whose files were merged what all of their files hold, and of others only their own', async () => {
    await run(
      sheet(
        'الاسم,الهوية,الجوال,المدينة',
        'بدر ناصر السبيعي,1000000016,0507770101,قيا',
        'بدر بن ناصر السبيعي,2000000014,,قيا',
        'مها فيصل السبيعي,,0507770103,قيا',
      ),
    );
    const file = async (name: string) =>
      t.crm.db('crm_beneficiaries').where({ name }).first<{ id: string; file_number: string }>();
    const [kept, gone] = [await file('بدر ناصر السبيعي'), await file('بدر بن ناصر السبيعي')];
    await t.crm
      .db('crm_identities')
      .where({ beneficiary_id: gone.id })
      .update({ state: 'valid', expires_on: '2030-01-01' });
    await t.crm.db('crm_beneficiary_categories_held').insert([
      { beneficiary_id: gone.id, category: 'orphans', since: '2026-01-01' },
      { beneficiary_id: kept.id, category: 'needy', since: '2026-01-01' },
      { beneficiary_id: gone.id, category: 'needy', since: '2026-01-01' },
    ]);
    await t.crm
      .db('crm_beneficiaries')
      .where({ id: gone.id })
      .update({ merged_into: kept.id, root_id: kept.id });
    const columns = ['name', 'id_last3', 'identity_expires', 'phone', 'email', 'categories'];
    const begun = expectStatus(await ask(officer, { columns }), 201);
    const { text } = await officer.get(`/registry/exports/${begun.id}/file`);
    const lines = text.split('\r\n').filter((row) => row.includes('السبيعي'));
    expect(lines).toEqual([
      expect.stringMatching(/^بدر ناصر السبيعي,014,2030-01-01,0507770101,,.*، .*$/),
      'مها فيصل السبيعي,,,0507770103,,',
    ]);
  });

  it('in Excel runs from right to left, and can be read again', async () => {
    const begun = expectStatus(await ask(officer, { format: 'xlsx' }), 201);
    const xlsx = await officer.get(`/registry/exports/${begun.id}/file?locale=ar`);
    expect((await read(xlsx.bytes, 'كشف.xlsx')).rows).toBe(begun.rows);
  });

  it('keeps to its filters, and is gone after a while', async () => {
    const begun = expectStatus(await ask(officer, { status: 'deceased' }), 201);
    expect(begun.rows).toBe(0);
    await t.advance(1);
    expect((await officer.get(`/registry/exports/${begun.id}/file`)).status).toBe(404);
  });

  it('and an import are closed to who sees one branch, or none of it', async () => {
    for (const role of ['delegate', 'researcher', 'content_editor'] as const) {
      const staff = await t.loginAs(role);
      expect((await staff.get('/registry/imports')).status).toBe(403);
      expect((await staff.get('/registry/exports')).status).toBe(403);
    }
  });
});
