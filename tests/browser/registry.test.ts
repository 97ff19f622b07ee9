import type { Browser, Locator } from 'playwright-core';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { choose, desk, look, openBrowser, person, phone, signIn } from '../support/browser';
import type { Person } from '../support/browser';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { idempotent } from '../support/http';
import { button, label } from '../support/panel';
import { smallPdf } from '../support/pdf';

/**
 * One true file for each person, as an officer keeps it at the desk and a delegate in the field: opened once,
 * with identities sighted and not copied, a family, its guardians, papers and consents.
 */

/** A label, whatever the form adds to it. */
const field = (key: string) => new RegExp(`^${label(key).replace(/[()?]/g, '\\$&')}`);

const father = { name: 'سعد بن علي الحارثي', mobile: '٠٥٥١٢٣٤٥٦٧', id: '١٠٠٠٠٠٠٠٠٨' };
const child = 'محمد بن سعد بن علي الحارثي';
const wife = 'هند بنت سالم الجعيد';

let product: TestCrm;
let browser: Browser;
let officer: Person;

async function seat(who: Who, viewport: typeof desk): Promise<Person> {
  const email = staff.find((one) => one.role === who)?.email ?? '';
  const one = await person(browser, who, viewport);
  await signIn(one, product, email);
  return one;
}
const open = async ({ page }: Person, route: string) => {
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/registry${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const tab = async ({ page }: Person, name: string) => {
  await page.getByRole('tab', { name: new RegExp(`^${label(`file.tab.${name}`)}`) }).click();
};
/** Begins a step, fills in its form, sends it and waits until it was accepted and the file read again. */
async function step(one: Person, name: string, fill: (dialog: Locator) => Promise<void>) {
  const { page } = one;
  await button(page, `step.${name}`).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  const reread = page.waitForResponse(
    (answer) => answer.request().method() === 'GET' && answer.url().includes('/beneficiaries/'),
  );
  await button(dialog, `step.${name}`).click();
  await dialog.waitFor({ state: 'hidden' });
  await reread;
}
async function day(within: Locator | Person['page'], legend: string, parts: readonly string[]) {
  const group = within.getByRole('group', { name: field(legend) });
  for (const [index, part] of ['day.day', 'day.month', 'day.year'].entries())
    if (parts[index]) await group.getByLabel(label(part)).fill(parts[index]);
}

beforeAll(async () => {
  product = await bootCrm();
  product.setNow(new Date());
  browser = await openBrowser();
  officer = await seat('relations_officer', desk);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

let fatherPage = '';
let wifePage = '';

test('an officer opens a file; what was typed survives a refresh, and a Hijri year is read', async () => {
  const { page } = officer;
  await open(officer, '');
  await look(officer, 'registry-list-empty');
  await page.getByRole('link', { name: label('registry.new') }).click();
  await page.getByLabel(field('person.name')).fill(father.name);
  await page.getByLabel(field('contact_kind.mobile')).fill(father.mobile);
  await day(page, 'person.birth', ['', '', '١٤٠٥']);
  await page.getByText(/سنة 1985/).waitFor();
  await page.reload();
  expect(await page.getByLabel(field('person.name')).inputValue()).toBe(father.name);
  await choose(page, field('form.identityType'), label('identity.national_id'));
  await page.getByLabel(field('person.id-number')).fill('123');
  await look(officer, 'registry-new');
  await button(page, 'person.open-file').click();
  const number = page.getByLabel(field('person.id-number'));
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  expect(await number.getAttribute('aria-invalid')).toBe('true');
  await number.fill(father.id);
  await button(page, 'person.open-file').click();
  await page.getByRole('heading', { level: 1, name: father.name }).waitFor();
  fatherPage = new URL(page.url()).pathname;
  await page.getByText('+966551234567').first().waitFor();
  await look(officer, 'registry-file');
});

test('who has a file gets no second one; who resembles another is looked at first', async () => {
  const { page } = officer;
  await open(officer, '/new');
  await page.getByLabel(field('person.name')).fill('سعد علي الحارثي');
  await choose(page, field('form.identityType'), label('identity.national_id'));
  await page.getByLabel(field('person.id-number')).fill(father.id);
  await button(page, 'person.open-file').click();
  await page.getByRole('heading', { name: label('person.exists') }).waitFor();
  await look(officer, 'registry-exists');
  expect(
    await page.getByRole('link', { name: label('person.this-one') }).getAttribute('href'),
  ).toContain(fatherPage);

  // Without the number, the same mobile: likely, and for a person to judge.
  await page.getByLabel(field('person.name')).fill(wife);
  await page.getByLabel(field('person.id-number')).fill('');
  await page.getByRole('button', { name: label('common.clear') }).click();
  await page.getByLabel(field('contact_kind.mobile')).fill(father.mobile);
  await button(page, 'person.open-file').click();
  await page.getByRole('heading', { name: label('person.resembles') }).waitFor();
  await page.getByText(label('match_reason.phone')).waitFor();
  expect(await button(page, 'person.go-on').isDisabled()).toBe(true);
  await look(officer, 'registry-resembles');
  await button(page, 'person.someone-else').click();
  await button(page, 'person.go-on').click();
  await page.getByRole('heading', { level: 1, name: wife }).waitFor();
  wifePage = new URL(page.url()).pathname;
});

test('an identity is sighted, not copied', async () => {
  const { page } = officer;
  await page.goto(product.url + fatherPage + '?tab=documents');
  await page.getByRole('button', { name: /^اطّلعت عليها/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(label('step.ask.sighting')).waitFor();
  await choose(page, field('form.sightedHow'), label('sighted.in_person'));
  await day(dialog, 'form.identityExpiresOn', ['1', '9', '1452']);
  await look(officer, 'registry-sighting');
  await button(dialog, 'step.sighting').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(label('identity-state.valid')).first().waitFor();
});

test('a family: a household, a child without a file, and a guardian with the proof of it', async () => {
  const { page } = officer;
  await tab(officer, 'family');
  await step(officer, 'household', async () => undefined);
  await step(officer, 'member', async (dialog) => {
    await dialog.getByLabel(field('person.name')).fill(child);
    await choose(page, field('step.relationship'), label('relationship.son'));
    await day(dialog, 'person.birth', ['', '', '2016']);
    await look(officer, 'registry-member');
  });
  await look(officer, 'registry-family');
  await page.getByRole('link', { name: child }).click();
  await page.getByRole('heading', { level: 1, name: child }).waitFor();
  await step(officer, 'authority', async (dialog) => {
    await dialog.getByRole('combobox', { name: field('step.holder') }).fill(father.name);
    await dialog
      .getByRole('option', { name: new RegExp(father.name) })
      .first()
      .click();
    await choose(page, field('step.authority-kind'), label('authority.guardian'));
    await choose(page, field('step.authority-proof'), label('authority_proof.family_record'));
    await choose(page, field('step.authority-how'), label('sighted.in_person'));
    await look(officer, 'registry-authority');
  });
  await page.getByText(label('file.in-force'), { exact: true }).waitFor();
  await look(officer, 'registry-guardian');
});

test('a guardianship ends, and what was before stays in the file', async () => {
  const { page } = officer;
  await page
    .getByRole('button', { name: label('file.end-authority-of').replace('{name}', father.name) })
    .click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'step.end_authority').click();
  await dialog.getByText(label('form.error.required')).waitFor();
  await dialog.getByLabel(field('step.reason')).fill('بلغ سن الرشد');
  await look(officer, 'registry-end-authority');
  await button(dialog, 'step.end_authority').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('بلغ سن الرشد').first().waitFor();
  await page.getByText(label('file.not-in-force'), { exact: true }).waitFor();
  await look(officer, 'registry-authority-ended');
});

test('a relative joins the household and becomes its head; another leaves it', async () => {
  const { page } = officer;
  await page.goto(product.url + wifePage + '?tab=family');
  await step(officer, 'join', async (dialog) => {
    await dialog.getByRole('combobox', { name: field('step.join-whose') }).fill(father.name);
    await dialog
      .getByRole('option', { name: new RegExp(father.name) })
      .first()
      .click();
    await choose(page, field('step.relationship'), label('relationship.spouse'));
    await look(officer, 'registry-join');
  });
  await page.getByRole('link', { name: child }).waitFor();
  await step(officer, 'head', async (dialog) => {
    await button(dialog, 'step.head').click();
    await dialog.getByText(label('form.error.required')).first().waitFor();
    for (const [name, relationship] of [
      [father.name, 'spouse'],
      [child, 'son'],
    ] as const)
      await choose(
        page,
        new RegExp(`^${label('step.to-head').replace('{name}', name)}`),
        label(`relationship.${relationship}`),
      );
    await look(officer, 'registry-head');
  });
  await button(page, 'step.head').waitFor({ state: 'detached' });
  await look(officer, 'registry-new-head');

  await page.goto(product.url + fatherPage + '?tab=family');
  await step(officer, 'leave', async (dialog) => {
    await dialog.getByLabel(field('step.reason')).fill('انفصل عن الأسرة');
    await look(officer, 'registry-leave');
  });
  await page.getByText(label('file.no-household')).waitFor();
});

test('a paper is kept; an image of an identity is not, without its legal basis', async () => {
  const { page } = officer;
  await tab(officer, 'documents');
  await step(officer, 'document', async (dialog) => {
    await choose(page, field('step.document-kind'), label('document_kind.identity'));
    await dialog.getByText(label('step.identity-image')).waitFor();
    expect(await dialog.locator('input[type=file]').count()).toBe(0);
    await look(officer, 'registry-identity-image');
    await button(dialog, 'step.document').click();
    await dialog.getByText(label('form.error.required')).first().waitFor();

    await choose(page, field('step.document-kind'), label('document_kind.school'));
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'إفادة.pdf', mimeType: 'application/pdf', buffer: smallPdf });
    await dialog.getByText(label('upload.arrived')).waitFor();
  });
  await page.getByRole('button', { name: /^فتح المستند/ }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^فتح المستند/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('إفادة.pdf');
  await look(officer, 'registry-documents');

  await page.getByRole('button', { name: /^إزالة/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(field('step.reason')).fill('رُفع في ملف آخر خطأً');
  await look(officer, 'registry-remove-document');
  await button(dialog, 'step.remove_document').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(label('file.no-documents')).waitFor();
});

test('a file that was merged into another is named there, and is taken apart again', async () => {
  const { page } = officer;
  const session = await product.loginAs('relations_officer');
  const twin = { path: 'desk', name: 'مشاعل بنت ناصر البقمي', birthYear: 1991 };
  const opened: string[] = [];
  for (const differentFrom of [[], opened]) {
    const { data } = await session.post<{ id: string }>(
      '/beneficiaries',
      { ...twin, differentFrom },
      idempotent(),
    );
    opened.push(data.id);
  }
  // Who opened the second said that it is somebody else; a colleague finds that it is not.
  await product.crm.db('crm_file_matches').update({ state: 'open', judged_by: null });
  const pairs = await session.get<{ rows: { id: string }[] }>('/matches');
  const kept = opened[0] ?? '';
  const match = await product.crm
    .db('crm_file_matches')
    .whereIn('left_id', opened)
    .whereIn('right_id', opened)
    .first<{ id: string }>('id');
  expect(pairs.status).toBe(200);
  const judged = await session.post(`/matches/${match.id}/judge`, {
    verdict: 'same',
    keep: kept,
    take: [],
  });
  expect(judged.status).toBe(200);

  await open(officer, `/${kept}?tab=merged`);
  const undo = page.getByRole('button', { name: /^إلغاء الدمج/ });
  await undo.waitFor();
  await look(officer, 'registry-merged');
  await undo.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(field('step.reason')).fill('هما أختان');
  await look(officer, 'registry-undo-merge');
  await button(dialog, 'step.undo_merge').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: new RegExp(`^${label('file.tab.merged')}`) }).waitFor({
    state: 'detached',
  });
  await page.goto(`${product.url}/admin/plugins/beneficiary-crm/registry/${opened[1] ?? ''}`);
  await page.getByRole('heading', { level: 1, name: twin.name }).waitFor();
  expect(page.url()).toContain(opened[1]);
});

test('consent is given to a notice that was read, and its withdrawal says first what it changes', async () => {
  const { page } = officer;
  await page.goto(product.url + fatherPage + '?tab=consents');
  await step(officer, 'consent', async () => {
    await choose(page, field('step.purpose'), label('consent_purpose.photography'));
    await choose(page, field('step.consent-how'), label('consent_way.in_person'));
    await look(officer, 'registry-consent');
  });
  await page.getByText(label('file.stands'), { exact: true }).waitFor();
  await page.getByRole('button', { name: /^سحب الموافقة/ }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, field('step.withdraw-how'), label('consent_way.phone'));
  await look(officer, 'registry-withdraw');
  await button(dialog, 'step.withdraw').click();
  await page.getByText(label('file.withdrawn'), { exact: true }).waitFor();
  await look(officer, 'registry-withdrawn');
});

test('when somebody was faster, it is said kindly, and what was typed is still there', async () => {
  const { page } = officer;
  await page.goto(product.url + fatherPage);
  await button(page, 'file.status').click();
  const dialog = page.getByRole('dialog');
  const id = fatherPage.split('/').at(-1) ?? '';
  const other = await product.loginAs('officer2');
  const { data } = await other.get<{ version: number }>(`/beneficiaries/${id}`);
  const changed = await other.post(`/beneficiaries/${id}/status`, {
    expectedVersion: data.version,
    status: 'paused',
    reason: 'سافر مؤقتًا',
  });
  expect(changed.status).toBe(200);
  await choose(page, field('registry.filter.status'), label('file_status.archived'));
  await dialog.getByLabel(field('step.reason')).fill('انتقل إلى مدينة أخرى');
  await button(dialog, 'step.status').click();
  await dialog.getByText(label('step.conflict')).waitFor();
  expect(await dialog.getByLabel(field('step.reason')).inputValue()).toBe('انتقل إلى مدينة أخرى');
  await page.getByText('سافر مؤقتًا').first().waitFor();
  await button(dialog, 'step.status').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('انتقل إلى مدينة أخرى').first().waitFor();
});

test('a delegate on a phone sees and opens files of the own branch only', async () => {
  const delegate = await seat('delegate', phone);
  const { page } = delegate;
  await page.goto(product.url + fatherPage);
  await page.getByText(label('error.not_found')).waitFor();
  await open(delegate, '/new');
  await page.getByLabel(field('person.name')).fill('عبدالرحمن بن محمد بن عبدالعزيز السفياني');
  await page.getByLabel(field('contact_kind.mobile')).fill('0559876543');
  await look(delegate, 'registry-new');
  await button(page, 'person.open-file').click();
  await page.getByRole('heading', { level: 1, name: /السفياني/ }).waitFor();
  for (const name of ['file', 'family', 'documents', 'requests', 'contact', 'consents']) {
    await tab(delegate, name);
    await look(delegate, `registry-tab-${name}`);
  }
  await open(delegate, '');
  await page.getByRole('link', { name: /السفياني/ }).waitFor();
  expect(await page.getByText(father.name).count()).toBe(0);
  await look(delegate, 'registry-list');
});
