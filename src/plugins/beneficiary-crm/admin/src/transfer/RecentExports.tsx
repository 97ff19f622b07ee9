import { Typography } from '@strapi/design-system';
import type { ExportChoices } from '../../../contracts/transfer';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { RowList } from '../ui/RowList';

/** Which lists were taken out, by whom and why. */
export function RecentExports({ recent }: { recent: ExportChoices['recent'] }) {
  const { t, word } = useWords();
  const { dayAndTime, number } = useFormats();
  if (recent.length === 0) return null;
  return (
    <Panel title={t('export.recent')}>
      <RowList items={recent} idOf={({ id }) => id} step={5}>
        {(one) => (
          <div>
            <Typography tag="p" fontWeight="bold">
              <Bdi>{one.reason}</Bdi>
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Bdi>{dayAndTime(one.at)}</Bdi>
              {' · '}
              <Bdi>{one.by}</Bdi>
              {' · '}
              {t('export.people', { n: one.rows, shown: number(one.rows) })}
            </Typography>
            <Typography tag="p" variant="pi">
              {one.columns.map((column) => word('export_column', column)).join(t('common.comma'))}
            </Typography>
          </div>
        )}
      </RowList>
    </Panel>
  );
}
