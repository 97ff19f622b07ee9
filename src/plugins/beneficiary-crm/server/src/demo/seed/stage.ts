import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Crm } from '../../kernel/crm';
import { renderPdf } from '../../kernel/pdf/pdf';
import type { Staff } from '../../kernel/room';
import { rolePolicies } from '../../policy/roles.policy';
import { association } from '../content/association';
import { attachedPaper } from '../content/casework';
import { services } from '../content/services';
import { staff } from '../content/staff';
import type { StaffKey } from './plan.types';

/** What the player of a plan needs beside it. */
export interface Stage {
  staffOf(key: StaffKey): Staff;
  /** takes a paper in, and gives its one-time token */
  upload(crm: Crm, key: string): Promise<string>;
}

async function staffByKey({ db }: Crm): Promise<Map<string, Staff>> {
  const rows = await db('admin_users').select<{ id: number; email: string }[]>('id', 'email');
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return new Map(
    staff.flatMap(({ role, email, firstname, lastname, branch }): [string, Staff][] => {
      const id = ids.get(email);
      if (role === 'administrator' || id === undefined) return [];
      const permissions = new Set(rolePolicies[role].permissions);
      const name = `${firstname} ${lastname}`;
      return [[email.split('@')[0] ?? '', { id, name, permissions, branch: branch ?? null }]];
    }),
  );
}

/** One paper stands for every paper that the demo's applicants attach. */
async function writePaper(folder: string): Promise<{ path: string; size: number }> {
  const pdf = await renderPdf(
    'document',
    {
      head: { association: association.name.ar },
      title: attachedPaper.title.ar,
      version: '1',
      summary: attachedPaper.summary.ar,
      sections: [],
    },
    'ar',
  );
  const file = path.join(folder, 'paper.pdf');
  await writeFile(file, pdf);
  return { path: file, size: pdf.length };
}

const paperNames = new Map(
  services.flatMap(({ documents }) => documents.map(({ key, label }) => [key, label.ar])),
);

/** Sets the stage for `work`, and clears up after it. */
export async function withStage<T>(crm: Crm, work: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-demo-'));
  try {
    const [people, paper] = await Promise.all([staffByKey(crm), writePaper(folder)]);
    return await work({
      staffOf(key) {
        const person = people.get(key);
        if (!person) throw new Error(`the demo has no account ${key}`);
        return person;
      },
      async upload(moved, key) {
        const name = `${paperNames.get(key) ?? key}.pdf`;
        const file = { path: paper.path, size: paper.size, name };
        const hours = moved.settings.clocks.uploadHours;
        return (await moved.files.receive(moved.db, file, moved.now(), hours)).upload;
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
