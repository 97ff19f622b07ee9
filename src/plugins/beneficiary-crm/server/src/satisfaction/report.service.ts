import type { FiguresQuery } from '../../../contracts/satisfaction';
import type { Crm } from '../kernel/crm';
import { pdfDate, renderPdf } from '../kernel/pdf/pdf';
import type { Answer } from '../kernel/room';
import { letterhead } from '../requests';
import { sheetFile } from '../transfer';
import { satisfactionFigures } from './figures.service';
import { improvementsForAll } from './improvement.view';
import { reportOf, sheetRows } from './report.rules';
import type { Say } from './report.rules';

type File = Extract<Answer, { file: unknown }>;

const columns = ['period', 'slice', 'figure', 'n', 'value', 'low', 'high', 'state'] as const;

/** GET /satisfaction/report.xlsx: what the dashboard shows, as a table. */
export async function satisfactionSheet(crm: Crm, query: FiguresQuery): Promise<File> {
  const figures = await satisfactionFigures(crm, query);
  const say: Say = (key, params) => crm.say(query.locale, key, params);
  const headings = columns.map((name) => say(`report.column.${name}`));
  async function* batches() {
    yield [...sheetRows(say, figures)];
  }
  const name = `satisfaction-${figures.period.key}`;
  return { file: sheetFile('xlsx', name, headings, batches(), query.locale) };
}

/** GET /satisfaction/report.pdf: the report for the board. */
export async function satisfactionReport(crm: Crm, query: FiguresQuery): Promise<File> {
  const { locale } = query;
  const [figures, improvements, head] = await Promise.all([
    satisfactionFigures(crm, query),
    improvementsForAll(crm, locale),
    letterhead(crm, locale),
  ]);
  const report = reportOf((key, params) => crm.say(locale, key, params), figures);
  const body = await renderPdf(
    'satisfaction',
    {
      head: { ...head, date: pdfDate(crm.now(), locale) },
      ...report,
      improvements: improvements.map(({ title, said, result, doneOn }) => ({
        title,
        said: said ?? '',
        result,
        doneOn,
      })),
    },
    locale,
  );
  return {
    file: { body, name: `satisfaction-${figures.period.key}.pdf`, mime: 'application/pdf' },
  };
}
