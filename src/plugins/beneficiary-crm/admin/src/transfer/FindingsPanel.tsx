import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ImportDetail } from '../../../contracts/transfer';
import { sheetFormats } from '../../../contracts/vocabulary';
import { useFormats } from '../app/formats';
import { useDownload } from '../app/useDownload';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { RowList } from '../ui/RowList';

/** What is wrong in which rows; all of them to be fetched, put right, and imported again. */
export function FindingsPanel({ one }: { one: ImportDetail }) {
  const { t, word } = useWords();
  const { number } = useFormats();
  const download = useDownload();
  if (one.findings.length === 0) return null;
  return (
    <Panel title={t('import.findings')}>
      <Stack>
        <Facts
          facts={one.findingCounts.map(({ code, message, rows }) => ({
            key: code,
            label: message,
            value: t('import.rows', { n: rows, shown: number(rows) }),
          }))}
        />
        {one.held && (
          <Flex gap={2} wrap="wrap">
            {sheetFormats.map((format) => (
              <Button
                key={format}
                variant="secondary"
                startIcon={<Download aria-hidden />}
                onClick={() =>
                  void download(
                    `/registry/imports/${one.id}/refused`,
                    `${one.name.replace(/\.\w+$/, '')} - ${t('import.refused-name')}.${format}`,
                    { format },
                  )
                }
              >
                {t('import.refused', { format: word('sheet_format', format) })}
              </Button>
            ))}
          </Flex>
        )}
        <RowList
          items={one.findings}
          idOf={({ row, column, code }) => `${row} ${column} ${code}`}
          step={10}
        >
          {({ row, column, message }) => (
            <div>
              <Typography tag="p" fontWeight="bold">
                {t('import.row', { row: number(row) })}
                {column && (
                  <>
                    {' · '}
                    <Bdi>{column}</Bdi>
                  </>
                )}
              </Typography>
              <Typography tag="p">{message}</Typography>
            </div>
          )}
        </RowList>
      </Stack>
    </Panel>
  );
}
