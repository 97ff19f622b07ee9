import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfData, PdfDate, PdfLocale, PdfTemplate } from './pdf.data';

export type * from './pdf.data';

const PLUGIN = 'strapi-plugin-beneficiary-crm';
const FONTS = [
  '400Regular/IBMPlexSansArabic_400Regular',
  '600SemiBold/IBMPlexSansArabic_600SemiBold',
];

/** The plugin's folder, found upward: this file runs from `server/src` and from `dist/server/src`. */
function pluginRoot(from: string): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest === 'object' && manifest && 'name' in manifest && manifest.name === PLUGIN)
      return from;
  }
  const parent = dirname(from);
  if (parent === from) throw new Error(`pdf: no package.json of ${PLUGIN} above ${__dirname}`);
  return pluginRoot(parent);
}

const TEMPLATES = join(pluginRoot(__dirname), 'server', 'templates');

let compiler: NodeCompiler | undefined;

/** One compiler for the process: it reads the templates' folder and nothing else. */
function typst(): NodeCompiler {
  if (compiler) return compiler;
  const fonts = dirname(require.resolve('@expo-google-fonts/ibm-plex-sans-arabic/package.json'));
  compiler = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(join(fonts, `${font}.ttf`))) }],
  });
  return compiler;
}

/**
 * Sets a paper in Arabic (right to left) or English.
 * The data goes in as JSON, never as source, so nothing a person writes is run.
 * @returns the PDF (tagged, with its fonts embedded); the same data gives the same bytes
 * @throws Error, with its cause, when the template does not compile with this data
 */
export async function renderPdf<T extends PdfTemplate>(
  template: T,
  data: PdfData[T],
  locale: PdfLocale,
): Promise<Buffer> {
  const engine = typst();
  try {
    return engine.pdf({
      mainFilePath: join(TEMPLATES, `${template}.typ`),
      inputs: { data: JSON.stringify(data), locale },
    });
  } catch (cause) {
    throw new Error(`pdf: ${template} (${locale}) cannot be set with this data`, { cause });
  } finally {
    // What was set may be personal: it does not stay in the compiler's memory.
    engine.evictCache(0);
  }
}

const CALENDARS = {
  ar: { gregorian: 'ar-SA-u-ca-gregory-nu-latn', hijri: 'ar-SA-u-ca-islamic-umalqura-nu-latn' },
  en: { gregorian: 'en-GB-u-ca-gregory-nu-latn', hijri: 'en-GB-u-ca-islamic-umalqura-nu-latn' },
} as const;

/** The day of an instant in Riyadh, in both calendars, as people write it. */
export function pdfDate(instant: Date, locale: PdfLocale): PdfDate {
  const write = (tag: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Asia/Riyadh' }).format(instant);
  return { gregorian: write(CALENDARS[locale].gregorian), hijri: write(CALENDARS[locale].hijri) };
}
