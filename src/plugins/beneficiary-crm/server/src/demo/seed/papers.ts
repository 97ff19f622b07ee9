import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locale } from '../../../../contracts/vocabulary';
import type { Crm } from '../../kernel/crm';
import { renderPdf } from '../../kernel/pdf/pdf';
import type { DocumentData, Letterhead, RequestFormData } from '../../kernel/pdf/pdf';
import { association } from '../content/association';
import { declaration } from '../content/declaration';
import type { DemoDocument } from '../content/documents';
import { services } from '../content/services';

/** The papers of the demo association, set as PDF and put into the Media Library: they are public. */

const letterhead = (locale: Locale): Letterhead => ({
  association: association.name[locale],
  licence: association.licenceNumber,
  address: association.address[locale],
  phone: association.phone,
  email: association.email,
  footer: association.sentence[locale],
});

const documentData = (document: DemoDocument, locale: Locale): DocumentData => ({
  head: letterhead(locale),
  title: document.title[locale],
  version: document.version,
  summary: document.summary[locale],
  ...(document.notice ? { notice: document.notice[locale] } : {}),
  sections: (document.sections ?? []).map(({ heading, paragraphs }) => ({
    heading: heading[locale],
    paragraphs: paragraphs.map((paragraph) => paragraph[locale]),
  })),
});

/** T3 on paper: all services to tick, and every paper that one of them asks for, once. */
function formData(document: DemoDocument, locale: Locale): RequestFormData {
  const papers = new Map(
    services.flatMap((service) => service.documents).map((paper) => [paper.key, paper]),
  );
  return {
    head: letterhead(locale),
    version: document.version,
    services: services.map((service) => service.name[locale]),
    householdRows: 6,
    documents: [...papers.values()].map(({ label, hint, required }) => ({
      label: label[locale],
      hint: hint[locale],
      required,
    })),
    declaration: { text: declaration.text[locale] },
  };
}

const paperOf = (document: DemoDocument, locale: Locale): Promise<Buffer> =>
  document.kind === 'form'
    ? renderPdf('request-form', formData(document, locale), locale)
    : renderPdf('document', documentData(document, locale), locale);

interface UploadService {
  upload(given: { data: object; files: object }): Promise<{ id: number }[]>;
}

/** @returns the id of the file in the Media Library */
export async function uploadPaper(
  { strapi }: Pick<Crm, 'strapi'>,
  document: DemoDocument,
  locale: Locale,
): Promise<number> {
  const name = `${document.slug}-${document.version}-${locale}.pdf`;
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-paper-'));
  try {
    const filepath = path.join(folder, name);
    const pdf = await paperOf(document, locale);
    await writeFile(filepath, pdf);
    const service = strapi.plugin('upload').service('upload') as UploadService;
    const [file] = await service.upload({
      data: { fileInfo: { name, alternativeText: document.title[locale] } },
      files: { filepath, originalFilename: name, mimetype: 'application/pdf', size: pdf.length },
    });
    if (!file) throw new Error(`the Media Library did not take ${name}`);
    return file.id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
