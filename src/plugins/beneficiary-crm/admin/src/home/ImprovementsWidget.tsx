import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

/** What is being done about what people said, and what of it is late or nobody's. */
export function ImprovementsWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ improvements }) =>
        improvements?.open ? (
          <Counts
            counts={[
              {
                key: 'open',
                label: t('home.improvements-open'),
                n: improvements.open,
                to: paths.improvements,
              },
              {
                key: 'late',
                label: t('home.improvements-late'),
                n: improvements.late,
                to: paths.improvements,
                urgent: true,
              },
              {
                key: 'unowned',
                label: t('home.improvements-unowned'),
                n: improvements.unowned,
                to: paths.improvements,
                urgent: true,
              },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-improvements')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
