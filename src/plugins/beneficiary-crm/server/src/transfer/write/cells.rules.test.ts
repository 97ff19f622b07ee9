import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, harmless, sheetRow, xmlText } from './cells.rules';

describe('a cell', () => {
  it.each(['=1+1', '+966551234567', '-1', '@SUM(A1)', '\tx', '＝1'])('%j is no formula', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it('begins with nothing that a spreadsheet runs, and comes back as it was written', () => {
    const cells = fc.array(fc.string(), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
        const read = parse(rows.map(csvLine).join(''), {
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        expect(read).toEqual(rows.map((row) => row.map(harmless)));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('cannot leave its tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
      }),
    );
    expect(sheetRow(['a<b', ''])).toBe(
      '<row><c t="inlineStr"><is><t xml:space="preserve">a&lt;b</t></is></c><c/></row>',
    );
  });
});
